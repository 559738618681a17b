//! `newslint explain`: the page of a rule.

use super::args::ExplainArgs;
use super::{Desk, Failure, Outcome};
use crate::check;
use crate::config::nearest;
use crate::lint::Registry;

pub fn run(args: &ExplainArgs, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    let Some(page) = Registry::built_in_pages().iter().find(|page| page.name == args.rule) else {
        let hint = match nearest(&args.rule, check::rule_names()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`newslint rules` lists them".to_owned(),
        };
        return Err(Failure { message: format!("there is no rule `{}`", args.rule), hint: Some(hint) });
    };
    desk.out.write_all(check::explain(page).as_bytes())?;
    Ok(Outcome::Clean)
}
