using System.Globalization;

namespace DiscourseLens.Trends.Events;

/// <summary>
/// Reads a file of events: seven columns apart by tabs (id, day, title, where, targets, kind, source); <c>#</c> begins a
/// remark.
/// </summary>
public static class EventFile
{
    private const string Shipped = "Events/events.tsv";
    private const int LongestFile = 10_000_000;

    /// <summary>The events that ship with the program.</summary>
    public static IReadOnlyList<DatedEvent> ReadShipped()
    {
        using var reader = new StreamReader(typeof(EventFile).Assembly.GetManifestResourceStream(Shipped)!); // built in
        return Parse("the shipped events", reader.ReadToEnd(), EventOrigin.Shipped);
    }

    /// <summary>The events of a study's own file; none where no file is named.</summary>
    /// <param name="path">Its path, or empty.</param>
    /// <exception cref="LensException">The file is absent, too long, or a line of it is wrong; the message names the line.</exception>
    public static IReadOnlyList<DatedEvent> Read(string path)
    {
        if (path.Length == 0)
            return [];
        if (new FileInfo(path) is not { Exists: true, Length: < LongestFile })
            throw new LensException($"There is no file of events '{path}' of less than 10 MB; correct Trends:Events, or leave it empty. See docs/settings.md.");
        return Parse($"'{path}'", File.ReadAllText(path), EventOrigin.File);
    }

    /// <summary>The events of a text.</summary>
    /// <param name="name">What the text is called in errors.</param>
    /// <param name="text">Its lines.</param>
    /// <param name="origin">What the events are marked with.</param>
    /// <exception cref="LensException">A line is wrong; the message names it, and the fix.</exception>
    internal static IReadOnlyList<DatedEvent> Parse(string name, string text, EventOrigin origin)
    {
        var events = new Dictionary<string, DatedEvent>(StringComparer.Ordinal);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (string.IsNullOrWhiteSpace(lines[at]) || lines[at][0] == '#')
                continue;
            try
            {
                var parsed = EventRules.Of(lines[at].Split('\t'), origin);
                if (!events.TryAdd(parsed.Id, parsed))
                    throw new TrendException(TrendTrouble.Query, $"id '{parsed.Id}' stands here twice; give every event its own.");
            }
            catch (TrendException exception)
            {
                throw new LensException(string.Create(CultureInfo.InvariantCulture, $"Line {at + 1} of {name}: {exception.Message}"), exception);
            }
        }

        return [.. events.Values];
    }
}
