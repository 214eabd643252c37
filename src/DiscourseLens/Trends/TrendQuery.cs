using DiscourseLens.Series;
using DiscourseLens.Series.Facets;

namespace DiscourseLens.Trends;

/// <summary>Which series is asked for. Two queries are equal when they print the same.</summary>
public sealed partial record TrendQuery
{
    /// <summary>The targets a post can be relevant for; <c>all</c> is any of them.</summary>
    public static IReadOnlyList<string> Targets { get; } =
        ["all", "mdma", "psilocybin", "ketamine", "lsd", "other", "general"];

    /// <summary>The classes a community can be of.</summary>
    public static IReadOnlyList<string> CommunityClasses { get; } = ["therapy", "substance", "mental-health", "general"];

    /// <summary>What is measured; volume unless set.</summary>
    public Measure Measure { get; init; } = Measure.Volume;

    /// <summary>Length of a bucket; a month unless set.</summary>
    public Grain By { get; init; } = Grain.Month;

    /// <summary>First UTC day; null for the first day covered or held. Widened to whole buckets.</summary>
    public DateOnly? From { get; init; }

    /// <summary>UTC day after the last; null for the last day covered or held. Widened to whole buckets.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Names of the sources taken together, or <c>all</c>; empty where the store has only one.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The sources as one value of a query; null for none.</summary>
    public string? Source
    {
        get => Sources.Count == 0 ? null : NameList.Print(Sources);
        init => Sources = value is null ? [] : [.. NameList.Parse(value)];
    }

    /// <summary>Classes that the communities are of; empty for any.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Names of the communities taken together; empty for all of the sources.</summary>
    public IReadOnlyList<string> Communities { get; init; } = [];

    /// <summary>One of <see cref="Targets"/>; <c>all</c> unless set.</summary>
    public string Target { get; init; } = "all";

    /// <summary>Of which part of the posts, such as those that name a condition; null for all.</summary>
    public Facet? Facet { get; init; }

    /// <summary>Whether posts or authors count alike; posts unless set. Means and shares of stance only.</summary>
    public Weighting Weight { get; init; }

    /// <summary>What the series of the answer differ in; null for one series.</summary>
    public CompareBy? Compare { get; init; }

    /// <summary>Whether buckets also tell how far they rest on few authors; that reads every author's sums.</summary>
    public bool Details { get; init; }

    /// <inheritdoc />
    public bool Equals(TrendQuery? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc />
    public override int GetHashCode() => string.GetHashCode(ToString(), StringComparison.Ordinal);
}
