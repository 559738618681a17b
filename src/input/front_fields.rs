//! What the fields of front matter say of a story besides its copy: whether it is published, until when it is held back, what it
//! belongs to.

use crate::document::Front;
use crate::text::Span;

/// Fields whose date says when the story was published.
const PUBLISHED: [&str; 8] =
    ["publishdate", "publish_date", "pubdate", "pub_date", "datepublished", "date_published", "published_at", "publishedat"];

/// Fields that name the story's state.
const STATUS: [&str; 4] = ["status", "state", "pubstatus", "pub_status"];

/// The states of a story that readers have.
const OUT: [&str; 6] = ["published", "publish", "live", "final", "usable", "public"];

/// Fields that say until when the story is held back.
const EMBARGO: [&str; 7] =
    ["embargo", "embargoed", "embargo_until", "embargo-until", "embargoed_until", "embargoed-until", "embargoeduntil"];

/// Notes what the field `key` says of the story.
pub(super) fn note(front: &mut Front, key: &str, span: Span, value: &str) {
    let key = key.to_ascii_lowercase();
    let value = value.trim();
    let is_one_of = |keys: &[&str]| keys.contains(&key.as_str());
    let denies = ["false", "no", "off"].iter().any(|no| value.eq_ignore_ascii_case(no));
    let published = match key.as_str() {
        _ if value.is_empty() => return,
        "draft" => Some(denies),
        "published" => Some(!denies),
        _ if is_one_of(&PUBLISHED) => Some(true),
        _ if is_one_of(&STATUS) => Some(OUT.iter().any(|out| value.eq_ignore_ascii_case(out))),
        _ => None,
    };
    if let Some(says) = published {
        // A draft with a date is a draft.
        front.published = Some(front.published.unwrap_or(true) && says);
    }
    match key.as_str() {
        "slug" | "slugline" => front.slug = Some(value.to_owned()),
        "tag" | "tags" | "topic" | "topics" => front.tags.extend(words_of_list(value)),
        _ => {}
    }
    if is_one_of(&EMBARGO) && !denies {
        front.embargo.get_or_insert_with(|| (span, value.to_owned()));
    }
}

/// The entries of a list: one by one as a parser gives them, or with commas between them.
fn words_of_list(value: &str) -> impl Iterator<Item = String> {
    value.split(',').map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn front(fields: &[(&str, &str)]) -> Front {
        let mut front = Front::default();
        for (key, value) in fields {
            note(&mut front, key, Span::at(0), value);
        }
        front
    }

    #[test]
    fn a_story_is_published_when_a_field_says_so_and_none_denies_it() {
        assert_eq!(front(&[("title", "Mill"), ("date", "2026-01-31")]).published, None);
        assert_eq!(front(&[("draft", "false")]).published, Some(true));
        assert_eq!(front(&[("published", "2026-01-31")]).published, Some(true));
        assert_eq!(front(&[("Status", "Published")]).published, Some(true));
        assert_eq!(front(&[("status", "in review")]).published, Some(false));
        assert_eq!(front(&[("draft", "true"), ("publishDate", "2026-01-31")]).published, Some(false));
    }

    #[test]
    fn slug_and_tags_are_kept() {
        let front = front(&[("slug", "arden-storm"), ("tags", "Arden"), ("tags", "storms, sea")]);
        assert_eq!(front.slug.as_deref(), Some("arden-storm"));
        assert_eq!(front.tags, ["Arden", "storms", "sea"]);
    }

    #[test]
    fn an_embargo_is_kept_as_written() {
        assert_eq!(front(&[("embargo", "2026-01-31 18:00")]).embargo.map(|(_, value)| value).as_deref(), Some("2026-01-31 18:00"));
        assert_eq!(front(&[("embargo", "false")]).embargo, None);
    }
}
