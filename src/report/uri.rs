//! Paths as the URIs that SARIF wants, and addresses for links.

/// A path as a URI reference, and whether it is relative to the root of the sources.
pub(super) fn of_path(path: &str) -> (String, bool) {
    let path = path.replace('\\', "/");
    let drive = path.as_bytes().get(1) == Some(&b':') && path.as_bytes()[0].is_ascii_alphabetic();
    if drive {
        return (format!("file:///{}:{}", &path[..1], encoded(&path[2..])), false);
    }
    if path.starts_with('/') {
        return (format!("file://{}", encoded(&path)), false);
    }
    let relative = path.trim_start_matches("./");
    (encoded(if relative.is_empty() { "." } else { relative }), true)
}

/// An address that may stand in an escape sequence of a terminal.
pub(super) fn address(url: &str) -> String {
    percent(url, |byte| matches!(byte, b'!'..=b'~'))
}

/// A path with everything percent-encoded but the slash and what RFC 3986 calls unreserved.
fn encoded(path: &str) -> String {
    percent(path, |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_' | b'~'))
}

fn percent(text: &str, keep: impl Fn(u8) -> bool) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if keep(byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.extend(['%', hex_digit(byte >> 4), hex_digit(byte & 0xF)]);
        }
    }
    encoded
}

fn hex_digit(half: u8) -> char {
    char::from(b"0123456789ABCDEF"[usize::from(half)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_path_stays_relative() {
        assert_eq!(of_path("./copy/story one.txt"), ("copy/story%20one.txt".to_owned(), true));
        assert_eq!(of_path("copy\\né:ws.txt"), ("copy/n%C3%A9%3Aws.txt".to_owned(), true));
    }

    #[test]
    fn an_absolute_path_is_a_file() {
        assert_eq!(of_path("/desk/a.txt"), ("file:///desk/a.txt".to_owned(), false));
        assert_eq!(of_path("C:\\desk\\a.txt"), ("file:///C:/desk/a.txt".to_owned(), false));
    }

    #[test]
    fn an_address_cannot_leave_its_escape_sequence() {
        assert_eq!(address("https://a.example/ü\u{1B}\\x"), "https://a.example/%C3%BC%1B\\x");
    }
}
