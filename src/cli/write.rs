//! Writes a story back: the file holds the old words or the new ones, never half of either.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::words_of;

/// Why a file was left as it is.
#[derive(Debug)]
pub enum WriteError {
    /// Somebody has changed it since it was read.
    Changed,
    /// It may not be written.
    ReadOnly,
    /// The system refused.
    Io(io::Error),
    /// Writing in place broke off; the old words are in this file.
    Torn {
        /// The copy that was made before.
        saved: PathBuf,
        /// Why it broke off.
        error: io::Error,
    },
}

impl fmt::Display for WriteError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::Changed => out.write_str("not written: the file has changed since it was read; run newslint again"),
            WriteError::ReadOnly => out.write_str("not written: the file is read-only"),
            WriteError::Io(error) => write!(out, "not written: {}", words_of(error)),
            WriteError::Torn { saved, error } => {
                write!(out, "writing broke off: {}; the old text is in {}", words_of(error), saved.display())
            }
        }
    }
}

impl std::error::Error for WriteError {}

impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied => WriteError::ReadOnly,
            _ => WriteError::Io(error),
        }
    }
}

/// Puts `after` into the file at `path`, which held `before` when it was read.
///
/// A link stays a link, and what it leads to is written. Mode and owner are kept. A file with several names, or one whose
/// owner cannot be kept, is written in place after a copy of it has been saved beside it.
///
/// # Errors
/// When it cannot be done without harm; the file is then as it was, but for `Torn`.
pub fn replace(path: &Path, before: &str, after: &str) -> Result<(), WriteError> {
    let target = fs::canonicalize(path)?;
    let about = check_writable(&target)?;
    let folder = target.parent().unwrap_or(Path::new("/"));
    let mut new = sibling(folder, target.file_name().unwrap_or_default(), "new")?;
    if names(&about) > 1 || !takes_owner(new.path(), &about) {
        drop(new);
        return write_in_place(&target, folder, before, after);
    }
    new.write_all(after.as_bytes())?;
    new.as_file().set_permissions(about.permissions())?;
    new.as_file().sync_all()?;
    check_unchanged(&target, before)?;
    new.persist(&target).map_err(|error| WriteError::from(error.error))?;
    sync_folder(folder);
    Ok(())
}

/// A rename needs no right to write the file; a file that whoever runs newslint may not write is left alone all the same.
fn check_writable(target: &Path) -> Result<Metadata, WriteError> {
    match OpenOptions::new().write(true).open(target) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Err(WriteError::ReadOnly),
        opened => Ok(opened?.metadata()?),
    }
}

/// Whether the file still holds what was read. The bytes are compared: times and sizes can stay the same.
fn check_unchanged(target: &Path, before: &str) -> Result<(), WriteError> {
    let same_size = fs::metadata(target)?.len() == before.len() as u64;
    if same_size && fs::read(target)? == before.as_bytes() { Ok(()) } else { Err(WriteError::Changed) }
}

/// Writes through the name that is there, with the old words saved beside it until the new ones are on the disk.
fn write_in_place(target: &Path, folder: &Path, before: &str, after: &str) -> Result<(), WriteError> {
    let mut saved = sibling(folder, target.file_name().unwrap_or_default(), "old")?;
    saved.write_all(before.as_bytes())?;
    saved.as_file().sync_all()?;
    check_unchanged(target, before)?;
    if let Err(error) = overwrite(target, after) {
        if overwrite(target, before).is_ok() {
            return Err(error.into());
        }
        let saved = saved.into_temp_path().keep().map_err(|error| WriteError::Io(error.error))?;
        return Err(WriteError::Torn { saved, error });
    }
    Ok(())
}

fn overwrite(target: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).truncate(true).open(target)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// A new file in the same folder, so that a rename stays on the same disk; hidden, so that a walk does not take it for copy.
/// Nobody else may read it until it has the mode of the story.
fn sibling(folder: &Path, name: &OsStr, what: &str) -> io::Result<NamedTempFile> {
    let mut prefix = OsString::from(".");
    prefix.push(name);
    // 255 bytes is the longest name; the rest is for what stands after it.
    let prefix = if prefix.len() > 200 { OsString::from(".story") } else { prefix };
    tempfile::Builder::new().prefix(&prefix).suffix(&format!(".newslint-{what}")).tempfile_in(folder)
}

#[cfg(unix)]
fn names(about: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(about)
}

#[cfg(not(unix))]
fn names(_about: &Metadata) -> u64 {
    1
}

/// Whether the file at `new` has, or can be given, the owner and group of the story.
#[cfg(unix)]
fn takes_owner(new: &Path, about: &Metadata) -> bool {
    use std::os::unix::fs::{MetadataExt, chown};
    let same = |made: &Metadata| made.uid() == about.uid() && made.gid() == about.gid();
    fs::metadata(new).is_ok_and(|made| same(&made)) || chown(new, Some(about.uid()), Some(about.gid())).is_ok()
}

#[cfg(not(unix))]
fn takes_owner(_new: &Path, _about: &Metadata) -> bool {
    true
}

/// Makes the rename last through a power cut. Some file systems cannot; the story is whole either way.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}
