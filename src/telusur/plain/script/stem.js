// The stem of an Indonesian word in small letters, by the Snowball algorithm (after Tala, 2003), as
// telusur/search/roots.py has it of PyStemmer. Each step needs a word of more than two vowels.
const telusurStem = (() => {
  const VOWEL = /[aeiou]/, FEW = 2;
  // What kind of prefix was taken off decides which suffixes may follow it.
  const MEANS = 1, PER = 2, NOUN = 3, BER = 4;
  const FIRST = [
    [/^(?:meny)(?=[aeiou])/, "s", MEANS], [/^(?:peny)(?=[aeiou])/, "s", NOUN],
    [/^(?:meng|men)/, "", MEANS], [/^(?:peng|pen)/, "", NOUN],
    [/^mem(?=[aeiou])/, "p", MEANS], [/^pem(?=[aeiou])/, "p", NOUN],
    [/^mem/, "", MEANS], [/^pem/, "", NOUN], [/^(?:di|me|ter)/, "", MEANS], [/^ke/, "", NOUN],
  ];
  const SECOND = [
    [/^pelajar/, "ajar", 0], [/^belajar/, "ajar", BER], [/^(?:per|pe)/, "", PER], [/^ber/, "", BER],
    [/^be(?=[^aeiou]er)/, "", BER],
  ];
  const SUFFIXES = [
    [/kan$/, (before) => before !== NOUN && before !== PER], [/an$/, (before) => before !== MEANS],
    [/(?<!s)i$/, (before) => before <= PER],
  ];

  const without = (ending) => (at) =>
    ending.test(at.word) ? { ...at, word: at.word.replace(ending, ""), left: at.left - 1 } : at;
  const particle = without(/(?:kah|lah|pun)$/), possessive = without(/(?:ku|mu|nya)$/);

  function prefix(at, kinds) {
    for (const [beginning, instead, kind] of kinds)
      if (beginning.test(at.word))
        return { word: at.word.replace(beginning, instead), left: at.left - 1, kind: kind || at.kind, whole: instead };
    return null;
  }

  function suffix(at) {
    if (at.left <= FEW) return at;
    const [ending] = SUFFIXES.find(([ending, fits]) => ending.test(at.word) && fits(at.kind)) ?? [];
    return ending ? without(ending)(at) : at;
  }

  return (word) => {
    let at = { word, left: [...word].filter((one) => VOWEL.test(one)).length, kind: 0 };
    for (const step of [particle, possessive]) if (at.left > FEW) at = step(at);
    if (at.left <= FEW) return at.word;
    const first = prefix(at, FIRST);
    if (!first) return suffix(prefix(at, SECOND) ?? at).word;
    const ended = suffix(first);
    // A sound that was put back is the beginning of the root.
    return (ended !== first && ended.left > FEW && !first.whole && prefix(ended, SECOND) || ended).word;
  };
})();
