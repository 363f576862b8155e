// Which words are forms of one another, as telusur/search/roots.py has it: several roots a word may
// come from, as meN- and peN- swallow a sound that the stemmer does not put back.
const telusurRoots = (() => {
  const NASAL = /^(?:me|pe)(ny|ng|m|n)(?=[aeiou])/, OUTER = /^(?:di|ku|se|ter|ber|ke)(?=[^\W_]{5})/;
  const SWALLOWED = { ny: ["s"], ng: ["k", ""], m: ["p", "m"], n: ["t", "n"] };
  const known = new Map();

  function roots(word) {
    const first = telusurStem(word), bare = (one) => one.replace(/(?:an|i)$/, "");
    const found = [first, telusurStem(first), telusurStem(word.replace(OUTER, ""))];
    const nasal = NASAL.exec(word);
    const whole = nasal ? SWALLOWED[nasal[1]].map((sound) => sound + word.slice(nasal[0].length)) : [];
    if (nasal) found.push(...whole.map(telusurStem), ...whole.map(bare));
    else found.push(bare(word));
    const long = found.filter((root) => root.length >= 3);
    return long.length ? [...new Set(long)] : [word];
  }

  return (word) => {
    if (!known.has(word)) known.set(word, roots(word));
    return known.get(word);
  };
})();
