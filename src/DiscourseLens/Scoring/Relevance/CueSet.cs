using System.Collections.Frozen;

namespace DiscourseLens.Scoring.Relevance;

/// <summary>Words that admit or block a term near them: <c>roll*</c> by beginning, <c>#ug</c> a unit behind a number.</summary>
internal sealed class CueSet
{
    private const string Units = "#";

    private readonly FrozenSet<string> _words;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly string[] _beginnings;

    public CueSet(IEnumerable<string> cues)
    {
        var all = cues.ToArray();
        _words = all.Where(cue => !cue.EndsWith('*')).ToFrozenSet(StringComparer.Ordinal);
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _beginnings = [.. all.Where(cue => cue.EndsWith('*')).Select(cue => cue[..^1])];
    }

    public static CueSet Empty { get; } = new([]);

    public bool IsEmpty => _words.Count == 0 && _beginnings.Length == 0;

    /// <summary>Whether a normalised word is in the set; the next word is needed for "200 ug".</summary>
    public bool Matches(ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        if (_lookup.Contains(word)) return true;
        foreach (var beginning in _beginnings)
            if (word.StartsWith(beginning, StringComparison.Ordinal)) return true;
        return char.IsAsciiDigit(word[0]) && MatchesUnit(word, next);
    }

    private bool MatchesUnit(ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        var letters = word.IndexOfAnyExceptInRange('0', '9');
        var unit = letters < 0 ? next : word[letters..];
        return unit.Length is > 0 and <= 4 && _lookup.Contains(string.Concat(Units, unit));
    }
}
