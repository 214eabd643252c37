namespace DiscourseLens.Scoring.Relevance;

/// <summary>Reads one term file: six columns apart by tabs, <c>#</c> begins a comment line, <c>-</c> is an empty cell.</summary>
internal static class TermFile
{
    private const int Columns = 6;

    /// <summary>The entries of a file.</summary>
    /// <exception cref="LensException">A line is malformed; the message names file, line and fix.</exception>
    public static IReadOnlyList<TermEntry> Parse(string file, string content, Concepts concept)
    {
        var entries = new List<TermEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in content.EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace() || line[0] == '#') continue;
            var entry = ParseLine(new Place(file, number), line.ToString().Split('\t'), concept);
            if (!seen.Add(entry.Term))
                throw new Place(file, number).Fault($"term '{entry.Term}' stands here twice", "remove one of the lines");
            entries.Add(entry);
        }
        return entries.Count > 0 ? entries
            : throw new LensException($"Term file '{file}' holds no term; restore it from the installation.");
    }

    private static TermEntry ParseLine(Place place, string[] cells, Concepts concept)
    {
        if (cells.Length != Columns)
            throw place.Fault($"{cells.Length} columns instead of {Columns}",
                "separate term, guard, classes, cues, blockers, note by tabs");
        if (!Enum.TryParse<TermGuard>(cells[1], ignoreCase: true, out var guard) || char.IsAsciiDigit(cells[1][0]))
            throw place.Fault($"guard '{cells[1]}' is unknown",
                "use always, guarded, upper, mild, weak, block, offer, channel or counter");
        return new TermEntry(CheckTerm(place, cells[0]), concept, guard,
            [.. Words(cells[2]).Select(name => Class(place, name))], Set(cells[3]), Set(cells[4]));
    }

    private static string CheckTerm(Place place, string term)
    {
        var stem = term.EndsWith('*') ? term[..^1] : term;
        var sound = stem.Length > 0 && stem.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == ' ')
            && !stem.StartsWith(' ') && !stem.EndsWith(' ') && !stem.Contains("  ", StringComparison.Ordinal);
        return sound ? term
            : throw place.Fault($"term '{term}' cannot match",
                "write lower-case letters and digits, one space between words, * only at the end");
    }

    private static CommunityClass Class(Place place, string name) => CommunityClasses.TryParse(name, out var community)
        ? community
        : throw place.Fault($"class '{name}' is unknown", $"use {string.Join(", ", CommunityClasses.Names)}");

    private static CueSet Set(string cell) => Words(cell) is { Length: > 0 } words ? new CueSet(words) : CueSet.Empty;

    private static string[] Words(string cell) =>
        cell == "-" ? [] : cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private readonly record struct Place(string File, int Line)
    {
        public LensException Fault(string what, string fix) => new($"Term file '{File}', line {Line}: {what}; {fix}.");
    }
}
