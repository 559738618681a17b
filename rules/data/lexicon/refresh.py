#!/usr/bin/env python3
"""Writes the word lists of this folder from their packages and from the hand-made lists beside it.

    refresh.py            write the lists
    refresh.py --check    write nothing; exit 1 when a committed list differs

Packages, fetched by name with their ordinary clients into a temporary folder:
    scowl (apt)           words, names and regional spellings
    symspellpy (pip)      how frequent each word is
    names (pip)           surnames and given names; used only to leave out generated slips that are a name

Made by hand, read here, never written:
    additions.txt             words that SCOWL lacks
    removals.txt              SCOWL's words that are nearly always a slip in news copy
    misspellings-curated.tsv  common slips and what was meant
    misspellings-not.txt      generated slips that are a name, a foreign word or a word after all
    variants-curated.tsv      house spellings that no rule of letters gives; with a note where only one sense varies
    same-in-file.tsv          pairs that a story should not mix (only checked)
"""

import math
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
TIERS = (10, 20, 35, 40, 50, 55, 60, 70)
FREE = "SCOWL 2020.12.07 (permissive notices, LICENSES.md)"
RANKS = "frequencies from SymSpell (MIT, LICENSES.md)"
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")


# --- packages -----------------------------------------------------------------------------------

class Packages:
    """What the three packages hold."""

    def __init__(self, folder):
        run(["apt-get", "download", "scowl"], folder)
        run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "symspellpy==6.10.1", "names==0.3.0"], folder)
        run(["dpkg-deb", "-x", str(one(folder, "scowl_*.deb")), "scowl"], folder)
        self.scowl = folder / "scowl/usr/share/dict/scowl"
        with zipfile.ZipFile(one(folder, "symspellpy-*.whl")) as wheel:
            text = wheel.read("symspellpy/frequency_dictionary_en_82_765.txt").decode("utf-8-sig")
        self.counts = {word: int(count) for word, count in (line.split() for line in text.splitlines() if line)}
        self.people = set()
        with tarfile.open(one(folder, "names-*.tar.gz")) as tar:
            for member in tar:
                if "/dist." in member.name:
                    lines = tar.extractfile(member).read().decode().splitlines()
                    self.people |= {line.split()[0].lower() for line in lines if line}

    def tiers(self, categories, kinds, largest=70):
        """word -> the smallest tier that has it, over SCOWL's files `category-kind.tier`; no possessives."""
        found = {}
        for tier in (*TIERS, 80, 95):
            for category in categories:
                for kind in kinds:
                    path = self.scowl / f"{category}-{kind}.{tier}"
                    if tier <= largest and path.exists():
                        for word in path.read_text(encoding="utf-8").split():
                            if not word.endswith("'s"):
                                found.setdefault(word, tier)
        return found

    def everything(self):
        """Every word of every list and size, lower-cased, without its accents too: what is no slip."""
        words = set()
        for path in self.scowl.iterdir():
            words |= {word.lower() for word in path.read_text(encoding="utf-8").split()}
        return words | {bare(word) for word in words}


def run(command, folder):
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def one(folder, pattern):
    (path,) = folder.glob(pattern)
    return path


# --- small helpers ------------------------------------------------------------------------------

def bare(word):
    """The word without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def lines_of(name):
    """The entries of a hand-made list; `#` starts a comment."""
    entries = []
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0].rstrip()
        if line:
            entries.append(line)
    return entries


def table(comment, rows):
    rows = sorted("\t".join(map(str, row)) for row in rows)
    # Bytewise by the whole first column, so that a look-up may halve the list.
    rows.sort(key=lambda row: row.split("\t")[0].encode())
    return f"# {comment}\n" + "".join(row + "\n" for row in rows)


# --- words.tsv, proper.tsv ----------------------------------------------------------------------

# SymSpell gives every contraction the same count; these are their places among the words of speech.
CONTRACTIONS = {
    "don't": 215, "can't": 208, "didn't": 208, "doesn't": 205, "isn't": 203, "won't": 203, "wasn't": 202, "they're": 202,
    "we're": 202, "you're": 203, "it'll": 175, "we'll": 190, "they'll": 180, "you'll": 190, "he'll": 175, "she'll": 170,
    "we've": 195, "they've": 188, "you've": 188, "wouldn't": 195, "couldn't": 192, "haven't": 190, "hasn't": 188,
    "aren't": 190, "weren't": 185, "shouldn't": 185, "hadn't": 180, "they'd": 172, "we'd": 175, "you'd": 178, "he'd": 175,
    "she'd": 172, "who've": 150, "who'd": 155, "who'll": 150, "who're": 130, "that'll": 145, "o'clock": 165, "ain't": 160,
    "needn't": 140, "mustn't": 140, "would've": 145, "could've": 145, "should've": 145, "might've": 130, "must've": 130,
    "y'all": 140, "ma'am": 140, "it'd": 130, "that'd": 125,
}
# Their 's is a verb, so they are listed, though SCOWL's possessives are not.
CONTRACTIONS |= {
    "it's": 214, "that's": 208, "there's": 200, "let's": 195, "he's": 198, "she's": 193, "what's": 195, "who's": 188, "here's": 190,
    "where's": 175, "how's": 165, "when's": 130, "why's": 125,
}
TIER_RANK = {10: 20, 20: 18, 35: 16, 40: 14, 50: 12, 55: 10, 60: 8, 70: 4, 80: 2}


class Ranks:
    """0 to 255: 21 and more by the logarithm of how often the word is written, below by SCOWL's tier."""

    def __init__(self, counts):
        self.counts = counts
        self.least = math.log(min(counts.values()))
        self.span = math.log(max(counts.values())) - self.least

    def of(self, word, tier):
        if word in CONTRACTIONS:
            return CONTRACTIONS[word]
        count = 0 if "'" in word else self.counts.get(word) or self.counts.get(bare(word), 0)
        if not count:
            return TIER_RANK[tier]
        return 21 + round(234 * (math.log(count) - self.least) / self.span)


def is_common_word(word):
    """Lower case, letters and inner apostrophes only."""
    parts = word.split("'")
    return word == word.lower() and all(parts) and all(part.isalpha() for part in parts) and len(word) > 1


class Lexicon:
    def __init__(self, packages):
        kinds = ("words", "contractions")
        tiers = packages.tiers
        everywhere = tiers(("english",), kinds)
        us = tiers(("american", "variant_1"), kinds)
        gb = tiers(("british", "british_variant_1"), kinds)
        ox = tiers(("british_z", "british_variant_1"), kinds)
        # Spellings a dictionary knows but does not put first: only where no list above has them.
        us_too = tiers(("variant_2",), kinds, 60)
        gb_too = tiers(("british_variant_2",), kinds, 60)
        other = tiers(("canadian", "canadian_variant_1", "australian", "australian_variant_1"), kinds, 60)
        removed = set(lines_of("removals.txt"))
        added = {}
        for line in lines_of("additions.txt"):
            word, _, variety = line.partition("\t")
            added[word] = variety or "-"

        self.tier = {}
        self.variety = {}
        for source in (everywhere, us, gb, ox, us_too, gb_too, other):
            for word, tier in source.items():
                if is_common_word(word) and word not in removed:
                    self.tier[word] = min(tier, self.tier.get(word, 99))
        for word in list(self.tier):
            places = [name for name, has in (("us", us), ("gb", gb), ("ox", ox)) if word in has]
            if not places:
                places = ["us"] * (word in us_too) + ["gb", "ox"] * (word in gb_too)
            self.variety[word] = "-" if word in everywhere or len(places) in (0, 3) else ",".join(places)
        # cafe beside café, where it is written so.
        for word in list(self.tier):
            plain = bare(word)
            if plain != word and plain in packages.counts and plain not in removed:
                self.tier.setdefault(plain, self.tier[word])
                self.variety.setdefault(plain, self.variety[word])
        ranks = Ranks(packages.counts)
        self.drop_look_alikes(packages.counts, ranks)
        for word in CONTRACTIONS:
            self.tier.setdefault(word, 10)
            self.variety.setdefault(word, "-")
        for word, variety in added.items():
            self.tier.setdefault(word, 50)
            self.variety[word] = variety if self.variety.get(word, variety) == variety else "-"
        self.rank = {word: ranks.of(word, tier) for word, tier in self.tier.items()}

        names = tiers(
            ("english", "american", "british", "british_z", "canadian", "australian", "variant_1", "variant_2",
             "british_variant_1", "british_variant_2", "canadian_variant_1", "australian_variant_1"),
            ("upper", "proper-names", "contractions"),
        )
        self.proper = {}
        for word, tier in names.items():
            if word != word.lower() and len(word) > 1 and word.replace("'", "").isalpha() and word not in removed:
                known = word.lower() in self.rank
                self.proper[word] = TIER_RANK[tier] if known else ranks.of(word.lower(), tier)

    def drop_look_alikes(self, counts, ranks):
        """A rare word that nobody was counted writing, one slip away from a very frequent one, is that slip."""
        frequent = {word for word, count in counts.items() if word in self.tier and ranks.of(word, 10) >= 175}
        for word, tier in list(self.tier.items()):
            if tier == 70 and word not in counts and "'" not in word and not word.endswith("s"):
                if any(near in frequent for near in slips_of(word)):
                    del self.tier[word], self.variety[word]

    def share_ranks(self, rows):
        """SymSpell counts one spelling of many a word: canceled is as common as cancelled."""
        for row in rows:
            if len(row) == 3:
                known = [word for word in row if word in self.rank]
                most = max((self.rank[word] for word in known), default=0)
                for word in known:
                    if self.rank[word] <= 20:
                        self.rank[word] = most

    def words_tsv(self):
        rows = ((word, self.variety[word], rank) for word, rank in self.rank.items())
        return table(f"English words. {FREE}; {RANKS}; additions.txt by hand. Written by refresh.py. word, variety, rank", rows)

    def proper_tsv(self):
        return table(f"Names and other capitalised words. {FREE}; {RANKS}. Written by refresh.py. word, rank", self.proper.items())


# --- misspellings.tsv ---------------------------------------------------------------------------

def one_edit(word):
    """Every string that one insertion, deletion, change or swap of neighbours makes of the word."""
    alphabet = sorted(LETTERS)
    for i in range(len(word) + 1):
        head, tail = word[:i], word[i:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in alphabet:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]


def slips_of(word):
    """Neighbouring letters swapped, one dropped, one doubled, one of a pair lost: slips of the hand, either way."""
    for i in range(len(word) - 1):
        yield word[:i] + word[i + 1] + word[i] + word[i + 2:]
    for i in range(len(word)):
        yield word[:i] + word[i + 1:]
        yield word[:i] + word[i] + word[i:]


VOWELS = frozenset("aeiou")
# How an ending is misheard; from, to.
ENDINGS = (("ance", "ence"), ("ence", "ance"), ("ances", "ences"), ("ences", "ances"), ("ant", "ent"), ("ent", "ant"), ("ants", "ents"),
           ("ents", "ants"), ("antly", "ently"), ("ently", "antly"), ("able", "ible"), ("ible", "able"), ("ably", "ibly"), ("ibly", "ably"),
           ("ary", "ery"), ("ery", "ary"), ("tion", "sion"), ("sion", "tion"), ("cian", "tian"), ("eous", "ious"), ("ious", "eous"),
           ("ely", "ly"), ("fully", "fuly"), ("ally", "aly"), ("ically", "icly"), ("ically", "icaly"), ("iest", "yest"), ("ied", "yed"), ("ying", "ing"))


def generate(word):
    """(slip, weight) for one word: the likelier the slip, the heavier. First and last letters stay, as they nearly always do."""
    last = len(word) - 1
    for i in range(1, last):
        a, b = word[i], word[i + 1] if i + 1 <= last else ""
        if i + 1 < last and a != b:
            both_vowels = a in VOWELS and b in VOWELS
            yield word[:i] + b + a + word[i + 2:], 1.0 if both_vowels else 0.8
        if a == word[i - 1] and a not in VOWELS:
            yield word[:i] + word[i + 1:], 1.2                                  # a pair loses one
        elif a in VOWELS:
            yield word[:i] + word[i + 1:], 0.6
        else:
            yield word[:i] + word[i + 1:], 0.7 if b not in VOWELS else 0.4      # one of a cluster: goverment
        if a not in VOWELS and a != word[i - 1] and a != b and a in "bcdfglmnprst":
            yield word[:i] + a + word[i:], 0.8 if word[i - 1] in VOWELS and b in VOWELS else 0.3
    # A swap that includes the last letter: presidnet has it inside, reprot before the end, minsiter inside.
    yield word[:last - 1] + word[last] + word[last - 1], 0.6
    for right, wrong in (("ie", "ei"), ("ei", "ie")):
        at = word.find(right, 1)
        if at > 0:
            yield word[:at] + wrong + word[at + 2:], 1.3
    for right, wrong in ENDINGS:
        if word.endswith(right) and len(word) - len(right) >= 3:
            yield word[:-len(right)] + wrong, 1.2


class Misspellings:
    MOST = 25_000
    FREQUENT = 6_000

    def __init__(self, packages, lexicon):
        self.rank, self.tier = lexicon.rank, lexicon.tier
        self.names = {name.lower() for name in lexicon.proper}
        known = {word.lower() for word in lexicon.proper} | set(lexicon.rank)
        self.curated = {}
        for line in lines_of("misspellings-curated.tsv"):
            wrong, right = line.split("\t")
            for part in right.replace(",", " ").replace("-", " ").lower().split():
                if part not in known and part.removesuffix("'s") not in known and part not in ("a", "i"):
                    raise SystemExit(f"misspellings-curated.tsv: {wrong}: {part} is no word")
            # A name in lower case may be a slip: amd.
            if wrong in lexicon.rank:
                raise SystemExit(f"misspellings-curated.tsv: {wrong} is a word")
            if wrong in self.curated:
                raise SystemExit(f"misspellings-curated.tsv: {wrong} twice")
            self.curated[wrong] = right
        never = packages.everything() | packages.people | known | set(lines_of("misspellings-not.txt")) | set(self.curated)
        self.generated = self.choose(never, known)

    def choose(self, never, known):
        # Words that are names too owe their rank to the name; SCOWL's tiers hold back the words of the web.
        weight_of = {10: 1.0, 20: 1.0, 35: 0.97, 40: 0.93, 50: 0.9, 55: 0.85, 60: 0.8, 70: 0.7}
        worth = {
            word: rank * weight_of[self.tier[word]] for word, rank in self.rank.items()
            if len(word) >= 6 and word.isascii() and word.isalpha() and word not in self.names
        }
        words = sorted(worth, key=lambda word: (-worth[word], word))
        best = {}
        for word in words[: self.FREQUENT]:
            for slip, weight in generate(word):
                score = weight * worth[word]
                if slip not in never and (slip not in best or best[slip][0] < score):
                    best[slip] = (score, word)
        order = sorted(best, key=lambda slip: (-best[slip][0], slip))
        chosen = {}
        for slip in order:
            if len(chosen) == self.MOST:
                break
            word = best[slip][1]
            if self.only_one_can_be_meant(slip, word) and not is_joined(slip, self.rank) and not is_derived(slip, known):
                chosen[slip] = word
        return chosen

    def only_one_can_be_meant(self, slip, word):
        return all(near == word or self.rank.get(near, 0) < 40 for near in one_edit(slip))


def is_joined(slip, rank):
    """Two whole words typed as one ("overthe") may mean two words."""
    return any(rank.get(slip[:i], 0) >= 120 and rank.get(slip[i:], 0) >= 120 for i in range(2, len(slip) - 1))


def is_derived(slip, known):
    """A word the lists lack, made in the ordinary way of one they have."""
    starts = ("un", "re", "non", "pre", "anti", "over", "out", "mis", "de", "dis", "sub", "inter", "co")
    if slip.endswith("icly"):
        return False
    ends = ("s", "es", "ed", "d", "ing", "ings", "er", "ers", "r", "rs", "ly", "y", "ness", "less", "like", "ish", "able", "ist", "ists", "ism")
    return any(slip.startswith(s) and slip[len(s):] in known and len(slip) - len(s) > 3 for s in starts) or any(
        slip.endswith(e) and len(slip) - len(e) > 2 and (slip[: -len(e)] in known or slip[: -len(e)] + "e" in known) for e in ends)


def misspellings_tsv(misspellings):
    rows = [(wrong, right) for wrong, right in misspellings.curated.items()]
    rows += [(wrong, right, "generated") for wrong, right in misspellings.generated.items()]
    return table("Slips. Ours: misspellings-curated.tsv by hand, the rest by rule from words.tsv. Written by refresh.py. wrong, right, generated", rows)


# --- variants.tsv -------------------------------------------------------------------------------

# American letters, British letters, in the order tried.
CORRESPONDENCES = (
    ("or", "our"), ("er", "re"), ("er", "r"), ("iz", "is"), ("yz", "ys"), ("l", "ll"), ("ll", "l"), ("log", "logue"), ("log", "logu"), ("e", "ae"),
    ("e", "oe"), ("se", "ce"), ("f", "ph"), ("gray", "grey"), ("mold", "mould"), ("molt", "moult"), ("plow", "plough"), ("um", "ium"), ("sk", "sc"),
    ("gm", "gem"), ("am", "amme"), ("p", "pp"), ("t", "tt"), ("s", "ss"), ("g", "gg"), ("m", "mm"), ("ax", "axe"), ("paj", "pyj"),
    ("musta", "mousta"), ("elry", "ellery"), ("arti", "arte"), ("neuver", "noeuvre"), ("neuver", "noeuvr"), ("c", "cc"), ("smolder", "smoulder"),
    ("k", "c"), ("a", "e"), ("o", "ou"), ("i", "y"), ("e", "i"), ("dg", "dge"), ("z", "zz"), ("d", "dd"), ("", "e"), ("e", ""),
)


def respelt(word):
    """The word with American letters made British at one place, each correspondence in turn; then at two."""
    for us, gb in CORRESPONDENCES:
        at = word.find(us)
        while at >= 0:
            yield word[:at] + gb + word[at + len(us):]
            at = word.find(us, at + 1)
            if not us and at >= len(word):
                break


def variants(packages, lexicon):
    """(American, British, Oxford) or the same with a note."""
    american, british, oxford, english = (
        {word for word in packages.tiers((name,), ("words",)) if word in lexicon.rank} for name in ("american", "british", "british_z", "english"))
    curated = {}
    for line in lines_of("variants-curated.tsv"):
        us, *rest = line.split("\t")
        curated[us] = rest
    rows = [(us, *rest) for us, rest in curated.items() if rest != ["-"]]
    only_us, only_gb = american - british - english, british - american - english
    for us in sorted(only_us - set(curated)):
        found = [w for w in respelt(us) if w in only_gb]
        if not found:
            found = [w for half in respelt(us) for w in respelt(half) if w in only_gb]
        if found:
            gb = found[0]
            # Oxford spells as Britain does, but -ize where the American word has it.
            rows.append((us, gb, us if us in oxford and gb not in oxford else gb))
    return rows


def variants_tsv(rows):
    return table(f"One word, three spellings. {FREE}; variants-curated.tsv by hand. Written by refresh.py. us, gb, ox, note", rows)


# --- main ---------------------------------------------------------------------------------------

def build():
    with tempfile.TemporaryDirectory() as folder:
        packages = Packages(Path(folder))
        lexicon = Lexicon(packages)
        spellings = variants(packages, lexicon)
        lexicon.share_ranks(spellings)
        return {
            "words.tsv": lexicon.words_tsv(),
            "proper.tsv": lexicon.proper_tsv(),
            "variants.tsv": variants_tsv(spellings),
            "misspellings.tsv": misspellings_tsv(Misspellings(packages, lexicon)),
        }


def main():
    stale = []
    for name, text in build().items():
        path = HERE / name
        if not path.exists() or path.read_bytes() != text.encode():
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_bytes(text.encode())
    if "--check" in sys.argv and stale:
        print("differs from what refresh.py writes:", ", ".join(stale), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
