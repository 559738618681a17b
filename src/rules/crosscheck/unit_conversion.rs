//! `10 miles (10 km)`: a conversion in brackets that is not one.

use crate::article::{Article, Quantity};
use crate::lint::{Context, Draft, Sink};
use crate::parse::quantities::QuantityKind;
use crate::text::Span;

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
    (&["pounds", "pound", "lbs", "lb"], "weight", POUND),
    (&["ounces", "ounce", "oz"], "weight", 0.028_349_5),
    (&["km/h", "kmh", "kph"], "speed", 1.0),
    (&["mph", "miles an hour", "miles per hour"], "speed", 1.609_344),
    (&["hectares", "hectare"], "area", 10_000.0),
    (&["acres", "acre"], "area", 4046.856),
    (&["square miles", "square mile", "sq miles"], "area", 2_589_988.0),
    (&["square kilometres", "square kilometers", "sq km"], "area", 1e6),
];

/// A pound in kilograms, and how many make a stone.
const POUND: f64 = 0.453_592;
const STONE: f64 = 14.0 * POUND;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let quantities = article.quantities();
    for (at, pair) in quantities.windows(2).enumerate() {
        let [one, other] = pair else { continue };
        let is_pair = one.kind() == QuantityKind::Measure && other.kind() == QuantityKind::Measure && one.block == other.block;
        let gap = between(article, one, other);
        let opens = matches!(gap.trim_start().strip_prefix('('), Some("" | "about " | "around " | "roughly " | "some " | "nearly "));
        if is_pair && opens {
            sink.report_all(draft(article, quantities, at));
        }
    }
}

/// A measure with all its parts: `5 feet 10 inches`.
struct Whole {
    span: Span,
    size: f64,
    is_hedged: bool,
}

impl Whole {
    fn of(quantity: &Quantity, unit: f64) -> Self {
        Self { span: quantity.span(), size: quantity.value() * unit, is_hedged: quantity.hedge.is_some() }
    }

    fn add(&mut self, part: &Quantity, unit: f64) {
        self.span = self.span.join(part.span());
        self.size += part.value() * unit;
        self.is_hedged |= part.hedge.is_some();
    }
}

/// The finding where the measure at `at` is not what the next one, in brackets, says.
fn draft(article: &Article, quantities: &[Quantity], at: usize) -> Option<Draft> {
    let (one, other) = (&quantities[at], &quantities[at + 1]);
    let ((dimension, from), (other_dimension, to)) = (unit(article, one)?, unit(article, other)?);
    if dimension != other_dimension || (from - to).abs() < 1e-9 || one.parts.high.is_some() || other.parts.high.is_some() {
        return None;
    }
    let given = whole_before(article, &quantities[..=at])?;
    let (found, step) = whole_after(article, &quantities[at + 1..])?;
    // Either figure may be rounded: by half of its last place, but by no tenth.
    let share = if given.is_hedged || found.is_hedged { 0.15 } else { 0.06 };
    let is_right = |right: f64| (found.size - right).abs() <= (step / 2.0).min(0.1 * right) + right * share;
    // `2 pounds of butter and 8 ounces (226 grams)`: the last may stand for itself.
    if is_right(given.size) || is_right(one.value() * from) {
        return None;
    }
    let right = given.size / to;
    let shown = if right < 10.0 { format!("{right:.1}") } else { format!("{right:.0}") };
    let draft = Draft::at(found.span).say("given", article.text(given.span)).say("found", article.text(found.span));
    Some(draft.say("right", format!("{shown} {}", article.text(other.parts.unit))).label(given.span, "given-here"))
}

/// The measure that the last of the quantities ends; none where another of its kind stands before it: `3 miles by 2 miles`.
fn whole_before(article: &Article, quantities: &[Quantity]) -> Option<Whole> {
    let mut whole = Whole::of(quantities.last()?, unit(article, quantities.last()?)?.1);
    for pair in quantities.windows(2).rev() {
        match joint(article, &pair[0], &pair[1]) {
            Joint::Part(size) => whole.add(&pair[0], size),
            Joint::Another => return None,
            Joint::Apart => break,
        }
    }
    Some(whole)
}

/// The measure that the first of the quantities begins, and its last place; none where a bare number goes on: `5ft 11in`.
fn whole_after(article: &Article, quantities: &[Quantity]) -> Option<(Whole, f64)> {
    let size = unit(article, quantities.first()?)?.1;
    let mut whole = Whole::of(&quantities[0], size);
    let mut step = quantities[0].parts.step * size;
    for pair in quantities.windows(2) {
        let is_tight = between(article, &pair[0], &pair[1]).trim().is_empty() && pair[0].block == pair[1].block;
        match (joint(article, &pair[0], &pair[1]), unit(article, &pair[1])) {
            (Joint::Part(_), Some((_, size))) => {
                whole.add(&pair[1], size);
                step = pair[1].parts.step * size;
            }
            (Joint::Apart, _) if !is_tight => break,
            _ => return None,
        }
    }
    Some((whole, step))
}

/// What two quantities that stand beside each other are to each other.
enum Joint {
    /// `5 feet 10 inches`: parts of one measure; how much the unit of the first is.
    Part(f64),
    /// `3 miles by 2 miles`: two measures of a kind.
    Another,
    Apart,
}

fn joint(article: &Article, one: &Quantity, other: &Quantity) -> Joint {
    let Some((dimension, small)) = unit(article, other) else { return Joint::Apart };
    let gap = between(article, one, other);
    let unit = unit(article, one).map(|unit| (unit, gap)).or_else(|| stone(article, one, gap));
    let Some(((_, large), gap)) = unit.filter(|((first, _), _)| *first == dimension && one.block == other.block) else {
        return Joint::Apart;
    };
    match gap.trim() {
        "" | "-" | "," | "and" if large > small => Joint::Part(large),
        "" | "-" | "–" | "and" | "by" | "x" | "×" | "or" | "to" => Joint::Another,
        _ => Joint::Apart,
    }
}

/// `12st`, `12 stone`: what the word is worth, and what is left of the gap behind it.
fn stone<'a>(article: &Article, quantity: &Quantity, gap: &'a str) -> Option<((&'static str, f64), &'a str)> {
    let is_short = quantity.kind() == QuantityKind::Ordinal && article.text(quantity.span()).ends_with("st");
    let rest = if is_short { gap } else { gap.trim_start_matches([' ', '-']).strip_prefix("st")?.trim_start_matches("one") };
    Some((("weight", STONE), rest))
}

fn between<'a>(article: &'a Article, one: &Quantity, other: &Quantity) -> &'a str {
    &article.copy()[one.span().to()..other.span().from().max(one.span().to())]
}

fn unit(article: &Article, quantity: &Quantity) -> Option<(&'static str, f64)> {
    let written = article.text(quantity.parts.unit).trim_matches([' ', '-']);
    UNITS.iter().find(|(names, ..)| names.contains(&written)).map(|&(_, dimension, size)| (dimension, size))
}
