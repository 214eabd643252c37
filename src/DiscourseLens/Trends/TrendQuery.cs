using System.Globalization;
using DiscourseLens.Series;

namespace DiscourseLens.Trends;

/// <summary>Which series is asked for.</summary>
public sealed record TrendQuery
{
    /// <summary>The targets a post can be relevant for; <c>all</c> is any of them.</summary>
    public static IReadOnlyList<string> Targets { get; } =
        ["all", "mdma", "psilocybin", "ketamine", "lsd", "other", "general"];

    /// <summary>What is measured; volume unless set.</summary>
    public Measure Measure { get; init; } = Measure.Volume;

    /// <summary>Length of a bucket; a month unless set.</summary>
    public Grain By { get; init; } = Grain.Month;

    /// <summary>First UTC day; null for the first day covered or held. Widened to whole buckets.</summary>
    public DateOnly? From { get; init; }

    /// <summary>UTC day after the last; null for the last day covered or held. Widened to whole buckets.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Name of the source; null where the store has only one.</summary>
    public string? Source { get; init; }

    /// <summary>Names of the communities taken together; empty for all of the source.</summary>
    public IReadOnlyList<string> Communities { get; init; } = [];

    /// <summary>One of <see cref="Targets"/>; <c>all</c> unless set.</summary>
    public string Target { get; init; } = "all";

    /// <summary>
    /// Reads a query from keys <c>measure by from until source community target</c>. Days are written 2023-01-31;
    /// <c>community</c> may come several times or hold several names with commas between them; an empty value counts as not
    /// given.
    /// </summary>
    /// <exception cref="TrendException">A key or value is not understood; the message names both, and the fix.</exception>
    public static TrendQuery Parse(IEnumerable<KeyValuePair<string, string?>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var query = values.Where(pair => !string.IsNullOrWhiteSpace(pair.Value))
            .Aggregate(new TrendQuery(), (sofar, pair) => sofar.With(pair.Key, pair.Value!.Trim())); // blank ones are gone
        if (query.From >= query.Until)
        {
            throw new TrendException(
                TrendTrouble.Query,
                $"until '{query.Until:O}' is not after from '{query.From:O}'; until is the day after the last, so give a later one.");
        }

        return query;
    }

    private TrendQuery With(string key, string value) => key switch
    {
        "measure" => this with { Measure = Choice<Measure>(key, value) },
        "by" => this with { By = Choice<Grain>(key, value) },
        "from" => this with { From = Day(key, value) },
        "until" => this with { Until = Day(key, value) },
        "source" => this with { Source = value },
        "community" => this with { Communities = [.. Communities, .. Names(value)] },
        "target" => this with { Target = Targets.Contains(value) ? value : throw NotOneOf(key, value, Targets) },
        _ => throw NotOneOf("key", key, ["measure", "by", "from", "until", "source", "community", "target"]),
    };

    private static string[] Names(string value) =>
        value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static T Choice<T>(string key, string value)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).ToList();
        return names.Contains(value) ? Enum.Parse<T>(value, ignoreCase: true) : throw NotOneOf(key, value, names);
    }

    private static DateOnly Day(string key, string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new TrendException(
                TrendTrouble.Query, $"{key} '{value}' is no day; write year-month-day, for example 2023-01-31.");

    private static TrendException NotOneOf(string key, string value, IEnumerable<string> allowed) =>
        new(TrendTrouble.Query, $"{key} '{value}' is unknown; use one of {string.Join(", ", allowed)}.");
}
