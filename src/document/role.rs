//! The roles that copy plays in a story, as a desk calls them.

/// What a block is in the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The headline.
    Headline,
    /// The sentence under the headline: standfirst, deck, dek.
    Standfirst,
    /// Who wrote it.
    Byline,
    /// Where it was written, and for whom: `BEIRUT (AP) —`.
    Dateline,
    /// A paragraph of the body.
    Paragraph,
    /// A crosshead between paragraphs.
    Subhead,
    /// An item of a list.
    ListItem,
    /// A quotation set apart.
    BlockQuote,
    /// The words under a picture.
    Caption,
    /// Who else contributed: `(With agencies)`.
    Credit,
    /// A correction, clarification or update.
    Correction,
    /// A note to editors.
    Advisory,
    /// A line that parts.
    Separator,
    /// The headline of a related story.
    TeaserHeadline,
    /// The text of a related story's teaser.
    TeaserText,
    /// A section's name in the related zone.
    SectionLabel,
    /// `-30-`, `ENDS`.
    EndMark,
    /// Code, tables, embeds: never copy.
    Embed,
    /// Another front-matter field; the block holds its name.
    Field,
}

/// Roles that rules name together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RoleGroup {
    /// Running copy.
    Body,
    /// What stands large.
    Display,
    /// The teasers of other stories.
    Related,
    /// What surrounds the copy.
    Furniture,
}

impl Role {
    /// All roles, in the order of their names in the documentation.
    pub const ALL: [Role; 19] = [
        Role::Headline,
        Role::Standfirst,
        Role::Byline,
        Role::Dateline,
        Role::Paragraph,
        Role::Subhead,
        Role::ListItem,
        Role::BlockQuote,
        Role::Caption,
        Role::Credit,
        Role::Correction,
        Role::Advisory,
        Role::Separator,
        Role::TeaserHeadline,
        Role::TeaserText,
        Role::SectionLabel,
        Role::EndMark,
        Role::Embed,
        Role::Field,
    ];

    /// The name in rule pages, JSON and `newslint parse`.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Headline => "headline",
            Role::Standfirst => "standfirst",
            Role::Byline => "byline",
            Role::Dateline => "dateline",
            Role::Paragraph => "paragraph",
            Role::Subhead => "subhead",
            Role::ListItem => "list-item",
            Role::BlockQuote => "block-quote",
            Role::Caption => "caption",
            Role::Credit => "credit",
            Role::Correction => "correction",
            Role::Advisory => "advisory",
            Role::Separator => "separator",
            Role::TeaserHeadline => "teaser-headline",
            Role::TeaserText => "teaser-text",
            Role::SectionLabel => "section-label",
            Role::EndMark => "end-mark",
            Role::Embed => "embed",
            Role::Field => "field",
        }
    }

    /// Whether the role belongs to `group`; subheads and captions belong to two.
    pub fn is_in(self, group: RoleGroup) -> bool {
        use Role::{
            Advisory, BlockQuote, Byline, Caption, Correction, Credit, Dateline, Embed, EndMark, Field, Headline, ListItem, Paragraph,
            SectionLabel, Separator, Standfirst, Subhead, TeaserHeadline, TeaserText,
        };
        match group {
            RoleGroup::Body => matches!(self, Paragraph | ListItem | BlockQuote | Caption | Correction | Advisory | Subhead),
            RoleGroup::Display => matches!(self, Headline | Standfirst | Subhead | Caption | TeaserHeadline),
            RoleGroup::Related => matches!(self, TeaserHeadline | TeaserText | SectionLabel),
            RoleGroup::Furniture => matches!(self, Byline | Dateline | Credit | Separator | EndMark | Embed | Field),
        }
    }

    /// A bit of its own, for sets of roles.
    pub fn bit(self) -> u32 {
        1 << self as u32
    }

    /// The text that a reader takes in as the story: paragraphs, lists, set-apart quotations.
    pub fn is_body_text(self) -> bool {
        matches!(self, Role::Paragraph | Role::ListItem | Role::BlockQuote)
    }

    /// Large type: headline, standfirst, teaser headline.
    pub fn is_display(self) -> bool {
        matches!(self, Role::Headline | Role::Standfirst | Role::TeaserHeadline)
    }

    /// The teasers of other stories, each a little story of its own.
    pub fn is_related(self) -> bool {
        self.is_in(RoleGroup::Related)
    }

    /// Whether the block holds words that people wrote to be read, code and separators apart.
    pub fn is_copy(self) -> bool {
        !matches!(self, Role::Separator | Role::EndMark | Role::Embed)
    }
}

impl RoleGroup {
    /// All groups.
    pub const ALL: [RoleGroup; 4] = [RoleGroup::Body, RoleGroup::Display, RoleGroup::Related, RoleGroup::Furniture];

    /// The name in rule pages.
    pub fn as_str(self) -> &'static str {
        match self {
            RoleGroup::Body => "body",
            RoleGroup::Display => "display",
            RoleGroup::Related => "related",
            RoleGroup::Furniture => "furniture",
        }
    }
}
