using System.Security.Cryptography;
using System.Text;

namespace DiscourseLens.Scoring.Learning;

/// <summary>Words and phrases that give cues, by category: reviewed data, one bit a category.</summary>
/// <remarks>
/// A line is <c>category TAB terms apart by ;</c>, <c>#</c> begins a comment. A term is one to six words in small letters without
/// apostrophes; <c>*</c> at the end of a single word admits any ending. Categories count from the first line on; where a word
/// has several, the first is its tag in sequences.
/// </remarks>
internal sealed class CueLexicon
{
    private const int MostCategories = 64, LongestPhrase = 6;

    private readonly List<string> _categories = [];
    private readonly Dictionary<ulong, ulong> _words = [];
    private readonly Dictionary<ulong, ulong> _beginnings = [];
    private readonly Dictionary<ulong, ulong> _phrases = [];
    private readonly Dictionary<ulong, int> _longestFrom = [];

    private CueLexicon(string hash) => Hash = hash;

    /// <summary>The categories in the order of their bits.</summary>
    public IReadOnlyList<string> Categories => _categories;

    /// <summary>Lower-case hex SHA-256 of the contents.</summary>
    public string Hash { get; }

    /// <summary>Reads files, one after the other.</summary>
    /// <exception cref="LensException">A line is malformed; the message names file, line and fix.</exception>
    public static CueLexicon Parse(params IReadOnlyList<(string Name, string Content)> files)
    {
        var all = string.Join('\n', files.Select(file => file.Content.ReplaceLineEndings("\n")));
        var lexicon = new CueLexicon(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all))));
        foreach (var (name, content) in files)
        {
            var number = 0;
            foreach (var line in content.ReplaceLineEndings("\n").Split('\n'))
            {
                number++;
                if (line.Length > 0 && line[0] != '#')
                    lexicon.Add(line, $"Cue file '{name}', line {number}");
            }
        }
        return lexicon;
    }

    /// <summary>The bit of a category.</summary>
    /// <exception cref="ArgumentException">There is no such category.</exception>
    public ulong BitOf(string category)
    {
        var place = _categories.IndexOf(category);
        return place >= 0 ? 1UL << place : throw new ArgumentException($"The cue lexicon has no category '{category}'.", nameof(category));
    }

    /// <summary>What a word gives alone, by its letters; 0 for nothing.</summary>
    public ulong CuesOf(ReadOnlySpan<char> letters)
    {
        var hash = FeatureHash.Seed;
        var cues = 0UL;
        foreach (var c in letters)
        {
            hash = FeatureHash.Add(hash, c);
            if (_beginnings.TryGetValue(hash, out var begun))
                cues = begun;
        }
        return _words.TryGetValue(hash, out var whole) ? whole : cues;
    }

    /// <summary>The most words of a phrase that begins with a word; 0 for none.</summary>
    public int LongestFrom(ulong word) => _longestFrom.GetValueOrDefault(word);

    /// <summary>What a phrase gives, by the joined hashes of its words.</summary>
    public bool TryPhrase(ulong joined, out ulong cues) => _phrases.TryGetValue(joined, out cues);

    private void Add(string line, string place)
    {
        var cells = line.Split('\t');
        if (cells.Length != 2 || cells[0].Length == 0)
            throw new LensException($"{place}: two columns are needed; write a category, a tab, and terms apart by semicolons.");
        if (!_categories.Contains(cells[0]))
            _categories.Add(cells[0]);
        if (_categories.Count > MostCategories)
            throw new LensException($"{place}: there are more than {MostCategories} categories; merge some.");
        foreach (var term in cells[1].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            Add(term, BitOf(cells[0]), place);
    }

    private void Add(string term, ulong bit, string place)
    {
        var words = term.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > LongestPhrase || term.Any(char.IsUpper) || (term.Contains('*') && (words.Length > 1 || term.IndexOf('*') < term.Length - 1)))
            throw new LensException(
                $"{place}: term '{term}' cannot match; write at most {LongestPhrase} small-letter words, * only at the end of a single word.");
        if (words.Length > 1)
        {
            AddPhrase([.. words.Select(word => FeatureHash.Of(word))], bit);
            return;
        }
        var table = term.EndsWith('*') ? _beginnings : _words;
        var hash = FeatureHash.Of(term.AsSpan().TrimEnd('*'));
        table[hash] = table.GetValueOrDefault(hash) | bit;
    }

    private void AddPhrase(ulong[] words, ulong bit)
    {
        var joined = 0UL;
        foreach (var word in words)
            joined = FeatureHash.Join(joined, word);
        _phrases[joined] = _phrases.GetValueOrDefault(joined) | bit;
        _longestFrom[words[0]] = Math.Max(_longestFrom.GetValueOrDefault(words[0]), words.Length);
    }
}
