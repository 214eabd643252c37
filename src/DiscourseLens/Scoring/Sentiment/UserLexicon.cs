using System.Globalization;
using System.Text;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>
/// A study's own changes to the lexicon: lines of <c>token TAB valence</c>, which add a token or weigh it anew, and of
/// <c>token TAB remove</c>. Empty lines and lines that start with <c>#</c> and a space are remarks.
/// </summary>
internal sealed class UserLexicon
{
    const double StrongestValence = 4;

    readonly Dictionary<string, double?> _changes;

    UserLexicon(Dictionary<string, double?> changes, byte[] bytes) => (_changes, Bytes) = (changes, bytes);

    /// <summary>No change.</summary>
    public static UserLexicon None { get; } = new([], []);

    /// <summary>The file as it was read: part of the scorer's hash.</summary>
    public byte[] Bytes { get; }

    public bool IsEmpty => _changes.Count == 0;

    /// <summary>Reads a file of changes.</summary>
    /// <exception cref="LensException">There is no such file, or a line of it is wrong; the message names it.</exception>
    public static UserLexicon Load(string path)
    {
        if (!File.Exists(path))
            throw new LensException($"There is no lexicon '{path}'; correct Scoring:Sentiment:Lexicon, or leave it empty.");
        var bytes = File.ReadAllBytes(path);
        return new UserLexicon(Parse(Encoding.UTF8.GetString(bytes).Split('\n'), path), bytes);
    }

    /// <summary>Lays the changes over a lexicon.</summary>
    public void Change(Dictionary<string, double> lexicon)
    {
        foreach (var (token, valence) in _changes)
        {
            if (valence is { } weight)
                lexicon[token] = weight;
            else
                lexicon.Remove(token);
        }
    }

    static Dictionary<string, double?> Parse(string[] lines, string path)
    {
        var changes = new Dictionary<string, double?>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal))
                continue;
            var cells = line.Split('\t');
            if (Fault(cells) is { } fault)
                throw new LensException(string.Create(CultureInfo.InvariantCulture, $"Line {i + 1} of the lexicon '{path}' {fault}."));
            if (!changes.TryAdd(cells[0], Valence(cells[1])))
                throw new LensException(string.Create(CultureInfo.InvariantCulture, $"Line {i + 1} of the lexicon '{path}' lists a token a second time; keep one."));
        }
        return changes;
    }

    /// <summary>What is wrong with a line, as the end of a sentence; null if nothing is.</summary>
    static string? Fault(string[] cells) => cells switch
    {
        { Length: not 2 } => "is not a token, a tab and a valence; write it so",
        [var token, _] when !WordTable.CanBeMatched(token) || token.Length is 0 or > WordTable.LongestWord =>
            "has a token that no text can match; write 1 to 23 ASCII characters in lower case, without spaces",
        [var token, _] when VaderWords.Boosters.Contains(token) || VaderWords.Dampeners.Contains(token) =>
            "has a word of degree, which never carries a valence itself; leave it out",
        [_, "remove"] => null,
        [_, var text] when Valence(text) is >= -StrongestValence and <= StrongestValence => null,
        _ => "has a valence that is neither 'remove' nor a number from -4 to 4; correct it",
    };

    static double? Valence(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var valence) ? valence : null;
}
