//! What was understood of a story, in the form of `newslint parse --output-format json`.

use serde_json::{Value, json};

use super::Rulebook;
use crate::article::{Article, Name};
use crate::input;
use crate::text::Source;

/// The story's blocks, quotations, names, dates and quantities. `schemas/parse.schema.json` describes it.
pub fn parsed(source: &Source, rulebook: &Rulebook) -> Value {
    let document = input::read(source);
    let article = Article::read(&document, &rulebook.lexicon);
    let blocks: Vec<Value> = document
        .blocks
        .iter()
        .map(|block| match &block.field {
            Some(field) => json!({ "role": block.role, "span": block.span, "field": field }),
            None => json!({ "role": block.role, "span": block.span }),
        })
        .collect();
    let quotations: Vec<Value> = article
        .quotations()
        .iter()
        .map(|quotation| {
            json!({
                "span": quotation.span,
                "class": quotation.class,
                "level": quotation.level,
                "speaker": quotation.speaker.map(|speaker| {
                    json!({ "span": speaker.span, "text": article.text(speaker.span), "name": speaker.name.map(|name| article.text(name)) })
                }),
                "cue": quotation.cue.map(|cue| json!({ "span": cue, "text": article.text(cue) })),
                "attributed": quotation.attributed,
                "certainty": quotation.attributed.map(|_| quotation.certainty),
                "continues": quotation.continues,
            })
        })
        .collect();
    let names: Vec<Value> = article.names().cast.iter().map(|name| cast_member(&article, name)).collect();
    let dates = article.dates().iter().map(|date| {
        let parts = date.parts;
        json!({ "span": parts.span, "text": article.text(parts.span), "weekday": parts.weekday, "day": parts.day, "month": parts.month, "year": parts.year })
    });
    let dates: Vec<Value> = dates.collect();
    let quantities = article.quantities().iter().map(|quantity| {
        json!({
            "span": quantity.span(),
            "text": article.text(quantity.span()),
            "kind": quantity.kind(),
            "value": quantity.value(),
            "high": quantity.parts.high,
            "unit": Some(article.text(quantity.parts.unit).trim_matches([' ', '-'])).filter(|unit| !unit.is_empty()),
            "hedge": quantity.hedge,
        })
    });
    let quantities: Vec<Value> = quantities.collect();
    json!({ "path": source.path(), "blocks": blocks, "quotations": quotations, "names": names, "dates": dates, "quantities": quantities })
}

/// A person, a body or a place of the story: the fullest form, the first title, and every mention as written.
fn cast_member(article: &Article, name: &Name) -> Value {
    let mentions: Vec<Value> =
        article.names().mentions_of(name).map(|mention| json!({ "span": mention.span, "text": article.text(mention.span) })).collect();
    let title = article.names().mentions_of(name).filter_map(|mention| mention.title).find(|title| !title.title.is_honorific());
    let mut member = json!({ "kind": name.kind, "name": article.text(name.fullest), "mentions": mentions });
    if let Some(title) = title {
        member["role"] = json!(article.text(title.span));
    }
    member
}
