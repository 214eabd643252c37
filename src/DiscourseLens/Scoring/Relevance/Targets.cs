namespace DiscourseLens.Scoring.Relevance;

/// <summary>The targets of the project's measures: the one list that settings, database, commands and charts use.</summary>
public static class Targets
{
    /// <summary>The id of the overall target: any psychedelic therapy.</summary>
    public const string All = "all";

    private static readonly (string Id, Concepts Concept)[] InOrder =
    [
        (All, Concepts.None),
        ("mdma", Concepts.Mdma),
        ("psilocybin", Concepts.Psilocybin),
        ("ketamine", Concepts.Ketamine),
        ("lsd", Concepts.Lsd),
        ("other", Concepts.Other),
        ("general", Concepts.General),
    ];

    /// <summary>All ids in their fixed order: all, mdma, psilocybin, ketamine, lsd, other, general.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. InOrder.Select(target => target.Id)];

    /// <summary>The concept of a target id; <see cref="Concepts.None"/> for <c>all</c>.</summary>
    /// <exception cref="ArgumentException">The id is none of <see cref="Ids"/>.</exception>
    public static Concepts ConceptOf(string id) => TryParse(id, out var concept)
        ? concept
        : throw new ArgumentException($"Target '{id}' is unknown; use one of: {string.Join(' ', Ids)}.", nameof(id));

    /// <summary>Reads a target id, exactly as in <see cref="Ids"/>; false and None for an unknown one.</summary>
    public static bool TryParse(string? id, out Concepts concept)
    {
        foreach (var target in InOrder)
            if (target.Id == id)
            {
                concept = target.Concept;
                return true;
            }
        concept = Concepts.None;
        return false;
    }

    /// <summary>The ids of the substances among the concepts, in fixed order, never <c>all</c>; may be empty.</summary>
    public static IEnumerable<string> IdsOf(Concepts concepts) =>
        InOrder.Where(target => (target.Concept & concepts) != 0).Select(target => target.Id);
}
