#!/usr/bin/env python3
"""Writes pos.tsv: which parts of speech each word of words.tsv can be, the likeliest first.

    pos.py            write the list
    pos.py --check    write nothing; exit 1 when the committed list differs

Package, fetched by name with its ordinary client into a temporary folder: wordnet-base (apt). Its counts of senses tell how
often a word is a noun, a verb, an adjective or an adverb; forms are made here by the rules of English spelling and its lists
of exceptions. Closed classes (the, of, because) are not WordNet's; the contexts of confusables.toml name those words.

N noun  S plural noun  V verb  Z verb with -s  D past tense  E participle  G -ing  J adjective  R adverb
C comparative  T superlative  K noun that is counted, so that it hardly stands alone: its plural is as common as itself
A letter is followed by ! when nearly every use of the word is that one.
"""

import collections
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
KINDS = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
VOWELS = "aeiou"
# The share of all uses from which a part of speech is the word's main one.
MAINLY = 0.85


def fetch(folder):
    run = dict(cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    subprocess.run(["apt-get", "download", "wordnet-base"], **run)
    (deb,) = folder.glob("wordnet-base_*.deb")
    subprocess.run(["dpkg-deb", "-x", str(deb), "wordnet"], **run)
    return folder / "wordnet/usr/share/wordnet"


def lemmas(wordnet):
    """kind -> lemma -> how often it was counted; a lemma that nobody counted weighs a little all the same."""
    found = collections.defaultdict(dict)
    for kind in ("noun", "verb", "adj", "adv"):
        for line in (wordnet / f"index.{kind}").read_text(encoding="utf-8").splitlines():
            lemma = line.split(" ", 1)[0]
            if lemma.isalpha():
                found[kind][lemma] = 0.3
    for line in (wordnet / "cntlist.rev").read_text(encoding="utf-8").splitlines():
        key, _, count = line.split()
        lemma, sense = key.split("%")
        kind = KINDS[sense[0]]
        if lemma in found[kind]:
            found[kind][lemma] += int(count)
    return found


def exceptions(wordnet, kind):
    """lemma -> its irregular forms"""
    forms = collections.defaultdict(list)
    for line in (wordnet / f"{kind}.exc").read_text(encoding="utf-8").splitlines():
        form, *rest = line.split()
        for lemma in rest:
            forms[lemma].append(form)
    return forms


def with_s(word):
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return [word + "es"]
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return [word[:-1] + "ies"]
    return [word + "s", word + "es"] if word.endswith("o") else [word + "s"]


def counted(nouns, irregular, ranks):
    """Nouns whose plural is nearly as common as they are."""
    for noun in nouns:
        plurals = [form for form in irregular.get(noun) or with_s(noun) if form in ranks and form != noun]
        if noun in ranks and ranks[noun] >= 70 and noun not in MASS and plurals and max(ranks[form] for form in plurals) >= ranks[noun] - 42:
            yield noun


def stems(word, ending):
    """Before -ed or -ing: dropped e, doubled letter."""
    if word.endswith("ie") and ending == "ing":
        return [word[:-2] + "y"]
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return [word[:-1]]
    if word.endswith("e") and ending != "ing":
        return [word[:-1]]
    if word.endswith("y") and word[-2:-1] not in VOWELS and ending != "ing":
        return [word[:-1] + "i"]
    if word.endswith("c"):
        return [word, word + "k"]
    if len(word) > 2 and word[-1] not in "aeiouwxy" and word[-2] in VOWELS:
        return [word, word + word[-1]]
    return [word]


# Nouns that stand alone all the same: it's time, it's business, it's war.
MASS = frozenset("""
time business work money war news fun food water life love death power politics history science art music sport truth fact luck trouble play
right wrong home school church bed day night morning evening noon midnight summer winter spring autumn fall week weekend season game crunch
hope fear pain pleasure pressure progress reality reason responsibility rain snow sun fire air land light paper glass wood stone oil gas
nature nonsense crap bullshit murder robbery theft fraud crime abuse torture suicide treason part proof evidence worth cash change
everything something nothing anything everyone someone anyone kind type sort half double plenty enough tradition culture religion
government law policy practice experience value cause effect use interest opinion discrimination racism
""".split())
# Strong verbs whose past tense is no participle, or the other way.
ONLY_PARTICIPLE = tuple("n wn ne".split())


def tags_of(words, wordnet):
    found = lemmas(wordnet)
    weights = collections.defaultdict(lambda: collections.defaultdict(float))

    def add(word, tag, weight):
        if word in words:
            weights[word][tag] += weight

    irregular = {kind: exceptions(wordnet, kind) for kind in ("noun", "verb", "adj", "adv")}
    for noun, weight in found["noun"].items():
        add(noun, "N", weight)
        plurals = irregular["noun"].get(noun) or with_s(noun)
        for plural in plurals:
            if plural != noun:
                add(plural, "S", weight)
    for verb, weight in found["verb"].items():
        add(verb, "V", weight)
        for form in with_s(verb):
            add(form, "Z", weight)
        special = [form for form in irregular["verb"].get(verb, []) if not form.endswith(("ing", "s")) or form in ("sing",)]
        regular = {stem + "ed" for stem in stems(verb, "ed")}
        doubled = [form for form in special if form in regular]
        strong = [form for form in special if form not in regular]
        if strong:
            participles = [form for form in strong if form.endswith(ONLY_PARTICIPLE) or form in PARTICIPLES]
            pasts = [form for form in strong if form not in participles or form in BOTH]
            for form in pasts:
                add(form, "D", weight)
            for form in participles or pasts:
                add(form, "E", weight)
        for stem in stems(verb, "ed"):
            if not strong or doubled:
                add(stem + "ed", "D", weight)
                add(stem + "ed", "E", weight)
        if verb in SAME:
            add(verb, "D", weight / 3)
            add(verb, "E", weight / 3)
        for stem in stems(verb, "ing"):
            add(stem + "ing", "G", weight)
    for adjective, weight in found["adj"].items():
        add(adjective, "J", weight)
        if len(adjective) <= 9:
            special = irregular["adj"].get(adjective, [])
            for ending, tag in (("er", "C"), ("est", "T")):
                regular = [stem + ending for stem in stems(adjective, "ed")] if not any(form.endswith(ending) for form in special) else []
                for form in regular + [form for form in special if form.endswith(ending)]:
                    if form not in found["noun"] or form in ("better", "lower", "upper", "older"):
                        add(form, tag, weight)
    for word in ("better", "worse"):
        add(word, "C", 100)
    for word in ("best", "worst"):
        add(word, "T", 10)
    for noun in counted(found["noun"], irregular["noun"], words):
        add(noun, "K", 0.01)
    for adverb, weight in found["adv"].items():
        add(adverb, "R", weight)
    return weights


PARTICIPLES = frozenset("become begun come done drunk rung run sung sunk shrunk sprung stunk swum gone overcome undergone outdone undone redone rerun overrun outrun".split())
BOTH = frozenset("sunk shrunk".split())
# Closed classes: what WordNet has of these are letters, chemical elements, states and the like.
CLOSED = frozenset("""
a an the this that these those its it's his her hers him he she it i me my mine we us our ours they them their theirs you your yours who whom whose
which what when where why how if as at by for from in into of off on onto out over to up with within without about after before and but or nor so yet
than then there here is are was were be been being am has have had having do does did doing done will would can could may might must shall should
not no all any both each every either neither some such many much more most less few fewer several other another same one two three too very just only
also even still again ever never always often already soon now today because while since until though although whether unless except against among
between through during under above below near like let let's don't didn't isn't
""".split())
SAME = frozenset("bet bid burst cast cost cut forecast hit hurt knit let put quit read rid set shed shut slit split spread thrust upset wed wet beat broadcast".split())


def rows():
    words = {}
    for line in (HERE / "words.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            word, _, rank = line.split("\t")
            words[word] = int(rank)
    american = {}
    for line in (HERE / "variants.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            us, gb, ox, *_ = line.split("\t")
            american.update({gb: us, ox: us})
    with tempfile.TemporaryDirectory() as folder:
        weights = tags_of(words, fetch(Path(folder)))
    out = {}
    for word in words.keys() - CLOSED:
        tags = weights.get(word) or weights.get(american.get(word)) or by_ending(word)
        if tags:
            order = sorted(tags, key=lambda tag: (-tags[tag], tag))
            seen = max(tags.values()) >= 1 or len(order) == 1
            out[word] = "".join(tag + ("!" if seen and tag != "K" and share_of(tag, tags) >= MAINLY else "") for tag in order)
    return sorted(out.items(), key=lambda row: row[0].encode())


def share_of(tag, tags):
    """How much of the word's use is this one; the past tense and the participle share one count."""
    verbal = max(tags.get("D", 0), tags.get("E", 0))
    total = sum(weight for other, weight in tags.items() if other not in "DEK") + verbal
    return tags[tag] / total


def by_ending(word):
    """What WordNet lacks."""
    for ending, tag in (("ness", "N"), ("nesses", "S"), ("ly", "R"), ("ity", "N"), ("ation", "N"), ("ations", "S"), ("ism", "N"), ("less", "J"),
                        ("able", "J"), ("ible", "J"), ("ists", "S"), ("ist", "N"), ("ful", "J"), ("ish", "J"), ("ment", "N"), ("ments", "S")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return {tag: 1.0}
    return {}


def main():
    source = "WordNet 3.0 (permissive, LICENSES.md)"
    text = f"# What a word can be. {source}; words.tsv. Written by pos.py. word, parts of speech\n"
    text += "".join(f"{word}\t{tags}\n" for word, tags in rows())
    path = HERE / "pos.tsv"
    if "--check" in sys.argv:
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            print("differs from what pos.py writes: pos.tsv", file=sys.stderr)
            return 1
        return 0
    path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
