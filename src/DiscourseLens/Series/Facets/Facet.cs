using System.Globalization;

namespace DiscourseLens.Series.Facets;

/// <summary>A part of the posts that a series can be of.</summary>
/// <param name="Kind">One kind.</param>
/// <param name="Value">A condition's id, a language's code, or an age such as <c>36h</c> or <c>7d</c>.</param>
public sealed record Facet(FacetKind Kind, string Value)
{
    private const int HoursADay = 24;

    /// <summary>The kind as it is written in queries and in the store.</summary>
    public string Key => KeyOf(Kind);

    /// <summary>The kind as it is written in queries and in the store.</summary>
    public static string KeyOf(FacetKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The values that a kind can have; a store need not have posts of each. Ages are any.</summary>
    public static IReadOnlyList<string> ValuesOf(FacetKind kind) => kind switch
    {
        FacetKind.Condition => [.. Conditions.All.Select(condition => condition.Id)],
        FacetKind.Language => [.. LanguageNames.All.Keys],
        _ => [],
    };

    /// <summary>An age as it is written in the store: in whole days where it is, else in hours; null where it is no age of at most 9,999 hours or days.</summary>
    public static string? AgeText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length is < 2 or > 5 || text[^1] is not ('h' or 'd')
            || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0)
        {
            return null;
        }

        var hours = text[^1] == 'd' ? count * HoursADay : count;
        return hours % HoursADay == 0 ? Written(hours / HoursADay, 'd') : Written(hours, 'h');
    }

    /// <summary>The age that <see cref="AgeText"/> wrote.</summary>
    internal static TimeSpan AgeOf(string text) =>
        TimeSpan.FromHours(int.Parse(text.AsSpan(0, text.Length - 1), CultureInfo.InvariantCulture) * (text[^1] == 'd' ? HoursADay : 1));

    /// <summary>Whether it is one of <see cref="ValuesOf"/>; a store may hold one that another version of the program knew.</summary>
    public bool IsKnown => Kind == FacetKind.Age ? AgeText(Value) == Value : ValuesOf(Kind).Contains(Value);

    /// <summary>Whether posts of it can have sentiment and stance: the lexicons are English, and what is undecided is read as English.</summary>
    public bool IsScored => Kind != FacetKind.Language || Value is LanguageNames.English or LanguageNames.Undecided;

    /// <summary>The value in a sentence: "PTSD".</summary>
    public string Name => Kind switch
    {
        FacetKind.Condition => Conditions.All.First(condition => condition.Id == Value).Name,
        FacetKind.Language => LanguageNames.All[Value],
        _ => $"{Value[..^1]} {(Value[^1] == 'd' ? "day" : "hour")}{(Value[..^1] == "1" ? "" : "s")}",
    };

    /// <summary>The facet in a sentence, behind "posts": "that name PTSD".</summary>
    public string Words => Kind switch
    {
        FacetKind.Condition => "that name ",
        FacetKind.Language => "in ",
        _ => "still there at an age of ",
    } + Name;

    private static string Written(int count, char unit) => string.Create(CultureInfo.InvariantCulture, $"{count}{unit}");
}
