namespace DiscourseLens.Series.Facets;

/// <summary>A part of the posts that a series can be of.</summary>
/// <param name="Kind">One kind.</param>
/// <param name="Value">A condition's id, or a language's code.</param>
public sealed record Facet(FacetKind Kind, string Value)
{
    /// <summary>The kind as it is written in queries and in the store.</summary>
    public string Key => KeyOf(Kind);

    /// <summary>The kind as it is written in queries and in the store.</summary>
    public static string KeyOf(FacetKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The values that a kind can have; a store need not have posts of each.</summary>
    public static IReadOnlyList<string> ValuesOf(FacetKind kind) => kind switch
    {
        FacetKind.Condition => [.. Conditions.All.Select(condition => condition.Id)],
        _ => [.. LanguageNames.All.Keys],
    };

    /// <summary>Whether it is one of <see cref="ValuesOf"/>; a store may hold one that another version of the program knew.</summary>
    public bool IsKnown => ValuesOf(Kind).Contains(Value);

    /// <summary>Whether posts of it can have sentiment and stance: the lexicons are English, and what is undecided is read as English.</summary>
    public bool IsScored => Kind != FacetKind.Language || Value is LanguageNames.English or LanguageNames.Undecided;

    /// <summary>The value in a sentence: "PTSD".</summary>
    public string Name => Kind == FacetKind.Condition
        ? Conditions.All.First(condition => condition.Id == Value).Name
        : LanguageNames.All[Value];

    /// <summary>The facet in a sentence, behind "posts": "that name PTSD".</summary>
    public string Words => (Kind == FacetKind.Condition ? "that name " : "in ") + Name;
}
