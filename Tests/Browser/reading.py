"""How hard a page reads: Flesch-Kincaid grade for English, Fernández-Huerta ease for Spanish.

Names, marks, codes, dates, amounts and addresses are masked: nobody can choose shorter ones. Quotations and citations
are left out: they are somebody else's words. A line of fewer than four words is a label and no sentence.
"""

import re
from pathlib import Path

import yaml

# The text of each block without the blocks inside it, in the order of the page.
COLLECT = """() => {
  const blocks = 'p,li,dt,dd,h1,h2,h3,h4,legend,label,summary,figcaption,td,th,caption,.what,.hint,.fine,.acts,button';
  const others = 'svg,blockquote,q,code,pre,.cite,.vh,.grade,.label,select,input,script,style,time,a.btn';
  const texts = [];
  for (const block of document.querySelectorAll('main :is(' + blocks + ')')) {
    if (block.closest('svg,blockquote,q,.cite')) continue;
    const copy = block.cloneNode(true);
    for (const inner of copy.querySelectorAll(blocks)) inner.remove();
    for (const other of copy.querySelectorAll(others)) other.replaceWith(other.matches('time') ? ' Day ' : ' ');
    const text = copy.textContent.replace(/\\s+/g, ' ').trim();
    if (text) texts.push(text);
  }
  return texts;
}"""

_ENGLISH_MONTHS = "Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec"
_ENGLISH_DAY = rf"\b(?:{_ENGLISH_MONTHS})[a-z]*\.? (?:\d{{1,2}}(?:, \d{{4}})?|\d{{4}})"
_SPANISH_DAY = r"\b\d{1,2} de [a-zé]+(?: de \d{4})?|\b(?:1\.º|1º) de [a-z]+(?: de \d{4})?"
_MASKS = [
    (r"https?://\S+|\b[\w.-]+\.(?:com|org|net|gov)\b\S*", "Name"),
    (r"\b[a-z0-9-]+/[a-z0-9/#.-]+", "Name"),
    (_ENGLISH_DAY, "Day"),
    (_SPANISH_DAY, "Día"),
    (r"\b[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*s?(?: \([A-Z]{2,}\))?", "Name"),
    (r"[$€]?\d[\d.,]*(?:%| USD)?", "ten"),
]


def names(knowledge):
    """Names that rules cannot do without: of credentials, bodies and publications. The longest first."""
    found = set()

    def collect(value):
        if isinstance(value, dict):
            for key, inner in value.items():
                if key in ("name", "publisher", "title", "mark"):
                    texts = inner.values() if isinstance(inner, dict) else [inner]
                    found.update(str(text) for text in texts if isinstance(text, str))
                collect(inner)
        elif isinstance(value, list):
            for inner in value:
                collect(inner)

    folder = Path(knowledge)
    for path in [folder / "sources.yaml", *folder.glob("credentials/*/*/credential.yaml")]:
        if path.exists():
            collect(yaml.safe_load(path.read_text()))
    return sorted((name for name in found if len(name) > 3), key=len, reverse=True)


def masked(text, names):
    for name in names:
        text = text.replace(name, "Name")
    for pattern, word in _MASKS:
        text = re.sub(pattern, word, text)
    return text


def sentences(texts, names):
    """Sentences as lists of words, each sentence of a page once."""
    found = []
    for text in dict.fromkeys(texts):
        for part in re.split(r"(?<=[.!?;:])\s+", masked(text, names)):
            words = re.findall(r"[A-Za-zÁÉÍÓÚÜÑáéíóúüñ'’]+", part)
            if len(words) >= 4:
                found.append(words)
    return found


def english_syllables(word):
    """An estimate by spelling, right for most words."""
    word = re.sub(r"[^a-z]", "", re.sub(r"['’]s?$", "", word.lower()))
    count = len(re.findall(r"[aeiouy]+", word))
    if re.search(r"[^aeiouyl]e$|[aeiouy]le$", word):
        count -= 1
    elif re.search(r"[^aeioutd]ed$|[^aeioucgszx]es$", word) and not re.search(r"(?:sh|ch|[^aeiouy]l)es$|[^aeiouy]led$", word):
        count -= 1
    count += len(re.findall(r"(?<![tsc])i[ao](?!n$)|(?<=[tc])ia|iu|(?<=r)ea(?=t)|cie(?=n)|(?<=[dtn])ua|eo(?!u)|ying", word))
    return max(1, count)


def spanish_syllables(word):
    word = word.lower()
    word = re.sub(r"qu(?=[eéií])", "q", word)
    word = re.sub(r"gu(?=[eéií])", "g", word)
    word = re.sub(r"y$", "i", word)
    # Two strong vowels, or a weak one with an accent beside a strong one, are two syllables.
    nuclei = re.findall(r"[iuü]?[aeoáéó][iuü]?|[íú]|[iuü]+", word)
    return max(1, len(nuclei))


def grade(found):
    """Flesch-Kincaid grade of English sentences: years of school."""
    words = [word for sentence in found for word in sentence]
    syllables = sum(english_syllables(word) for word in words)
    return 0.39 * len(words) / len(found) + 11.8 * syllables / len(words) - 15.59


def ease(found):
    """Fernández-Huerta ease of Spanish sentences: 0 to 100, easy from 60 on."""
    words = [word for sentence in found for word in sentence]
    syllables = sum(spanish_syllables(word) for word in words)
    return 206.84 - 60 * syllables / len(words) - 1.02 * len(words) / len(found)
