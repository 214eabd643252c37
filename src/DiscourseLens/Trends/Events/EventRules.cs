using System.Globalization;

namespace DiscourseLens.Trends.Events;

/// <summary>Makes an event of cells, or says what is wrong with one of them.</summary>
public static class EventRules
{
    private const int LongestId = 60;
    private const int LongestText = 200;
    private const int LongestUrl = 500;

    /// <summary>The event of seven cells: id, day, title, where, targets, kind, source.</summary>
    /// <exception cref="TrendException">A cell is wrong; the message names it, and the fix.</exception>
    public static DatedEvent Of(IReadOnlyList<string> cells, EventOrigin origin)
    {
        if (cells.Count != 7)
            throw Wrong(string.Create(CultureInfo.InvariantCulture, $"{cells.Count} columns instead of 7; set id, day, title, where, targets, kind and source apart by tabs."));
        return new(
            Id(cells[0].Trim()), Day("day", cells[1].Trim()), Text("title", cells[2].Trim()), Text("where", cells[3].Trim()),
            Targets(cells[4]), Kind(cells[5].Trim()), Url(cells[6].Trim()), origin);
    }

    /// <summary>A UTC day.</summary>
    internal static DateOnly Day(string key, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1970
            ? QueryDay.InRange(key, day)
            : throw Wrong($"{key} '{text}' is no day; write year-month-day, for example 2024-08-09.");

    private static string Id(string text) =>
        text.Length is > 0 and <= LongestId && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
            ? text
            : throw Wrong($"id '{Shown(text)}' is none; use small letters, digits and hyphens, at most {LongestId}.");

    // Text is only ever shown as text. What no reader sees, and what turns the line round, has no place in it.
    private static string Text(string key, string text) =>
        text.Length is > 0 and <= LongestText && !text.Any(IsHidden)
            ? text
            : throw Wrong($"{key} '{Shown(text)}' is empty, has more than {LongestText} letters, or hidden ones; write one plain line.");

    private static string[] Targets(string text)
    {
        var names = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return names.Length > 0 && names.All(name => TrendQuery.Targets.Contains(name))
            ? [.. TrendQuery.Targets.Where(names.Contains)]
            : throw Wrong($"targets '{Shown(text)}' are unknown; use {string.Join(", ", TrendQuery.Targets)}, several with blanks between.");
    }

    private static string Kind(string text) => DatedEvent.Kinds.Contains(text)
        ? text
        : throw Wrong($"kind '{Shown(text)}' is unknown; use one of {string.Join(", ", DatedEvent.Kinds)}.");

    private static string Url(string text) =>
        text.Length <= LongestUrl && !text.Any(letter => IsHidden(letter) || letter is ' ' or '"' or '<' or '>')
        && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            ? text
            : throw Wrong($"source '{Shown(text)}' is no address; give a page that says so, beginning with https://.");

    private static bool IsHidden(char letter) => char.IsControl(letter) || char.GetUnicodeCategory(letter) is
        UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate
        or UnicodeCategory.PrivateUse;

    // Errors are printed on terminals.
    private static string Shown(string text) =>
        new([.. text.Take(LongestId).Select(letter => IsHidden(letter) ? '?' : letter)]);

    private static TrendException Wrong(string message) => new(TrendTrouble.Query, message);
}
