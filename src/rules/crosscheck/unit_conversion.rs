//! `10 miles (10 km)`: a conversion in brackets that is not one.

use crate::article::{Article, Quantity};
use crate::lint::{Context, Draft, Sink};
use crate::parse::quantities::QuantityKind;

/// Units by their names: what they measure, and how much of its first unit one is.
const UNITS: [(&[&str], &str, f64); 17] = [
    (&["kilometres", "kilometers", "kilometre", "kilometer", "km"], "length", 1000.0),
    (&["miles", "mile"], "length", 1609.344),
    (&["metres", "meters", "metre", "meter"], "length", 1.0),
    (&["centimetres", "centimeters", "cm"], "length", 0.01),
    (&["feet", "foot", "ft"], "length", 0.3048),
    (&["inches", "inch"], "length", 0.0254),
    (&["yards", "yard"], "length", 0.9144),
    (&["kilograms", "kilogrammes", "kilogram", "kilos", "kilo", "kg"], "weight", 1.0),
    (&["grams", "grammes"], "weight", 0.001),
    (&["pounds", "pound", "lbs", "lb"], "weight", 0.453_592),
    (&["ounces", "ounce", "oz"], "weight", 0.028_349_5),
    (&["km/h", "kmh", "kph"], "speed", 1.0),
    (&["mph", "miles an hour", "miles per hour"], "speed", 1.609_344),
    (&["hectares", "hectare"], "area", 10_000.0),
    (&["acres", "acre"], "area", 4046.856),
    (&["square miles", "square mile", "sq miles"], "area", 2_589_988.0),
    (&["square kilometres", "square kilometers", "sq km"], "area", 1e6),
];

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for pair in article.quantities().windows(2) {
        let [one, other] = pair else { continue };
        let is_pair = one.kind() == QuantityKind::Measure && other.kind() == QuantityKind::Measure && one.block == other.block;
        let gap = &article.copy()[one.span().to()..other.span().from().max(one.span().to())];
        let opens = matches!(gap.trim_start().strip_prefix('('), Some("" | "about " | "around " | "roughly " | "some " | "nearly "));
        if is_pair && opens {
            sink.report_all(draft(article, one, other));
        }
    }
}

fn draft(article: &Article, one: &Quantity, other: &Quantity) -> Option<Draft> {
    let ((dimension, from), (other_dimension, to)) = (unit(article, one)?, unit(article, other)?);
    if dimension != other_dimension || (from - to).abs() < 1e-9 || one.parts.high.is_some() || other.parts.high.is_some() {
        return None;
    }
    let right = one.value() * from / to;
    // Either figure may be rounded: by half of its last place, but by no tenth.
    let hedged = one.hedge.is_some() || other.hedge.is_some();
    let slack = (other.parts.step / 2.0).min(0.1 * right) + right * if hedged { 0.15 } else { 0.06 };
    if (other.value() - right).abs() <= slack {
        return None;
    }
    let shown = if right < 10.0 { format!("{right:.1}") } else { format!("{right:.0}") };
    let draft = Draft::at(other.span()).say("given", article.text(one.span())).say("found", article.text(other.span()));
    Some(draft.say("right", format!("{shown} {}", article.text(other.parts.unit))).label(one.span(), "given-here"))
}

fn unit(article: &Article, quantity: &Quantity) -> Option<(&'static str, f64)> {
    let written = article.text(quantity.parts.unit).trim_matches([' ', '-']);
    UNITS.iter().find(|(names, ..)| names.contains(&written)).map(|&(_, dimension, size)| (dimension, size))
}
