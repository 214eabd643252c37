using System.Globalization;
using DiscourseLens.Series;
using DiscourseLens.Series.Facets;

namespace DiscourseLens.Trends;

/// <summary>Queries as text: read from keys and values, printed as the one address that means the same.</summary>
public sealed partial record TrendQuery
{
    private static readonly string[] s_keys =
        ["measure", "by", "from", "until", "source", "class", "community", "target", "condition", "language", "age", "weight", "compare", "details"];

    private static readonly string[] s_lists = ["source", "class", "community"];

    /// <summary>
    /// Reads a query from keys <c>measure by from until source class community target condition language age weight compare
    /// details</c>. Days are written 2023-01-31; <c>source</c>, <c>class</c> and <c>community</c> may come several times or hold several names with commas between
    /// them (<c>\,</c> is a comma of a name); an empty value counts as not given.
    /// </summary>
    /// <exception cref="TrendException">
    /// A key or value is not understood, or the values do not go together; the message names them, and the fix.
    /// </exception>
    public static TrendQuery Parse(IEnumerable<KeyValuePair<string, string?>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var given = values.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).ToList();
        var query = given.Aggregate(new TrendQuery(), (sofar, pair) => sofar.With(pair.Key, pair.Value!.Trim())); // blank ones are gone
        if (given.GroupBy(pair => pair.Key).FirstOrDefault(key => key.Count() > 1 && !s_lists.Contains(key.Key)) is { } twice)
            throw Wrong($"{twice.Key} is given {twice.Count()} times; give it once.");
        return query.Settled().Checked();
    }

    /// <summary>Reads a query from the part of an address behind <c>?</c>.</summary>
    /// <exception cref="TrendException">As of <see cref="Parse"/>.</exception>
    public static TrendQuery FromUrl(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Parse(query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(parts => KeyValuePair.Create(Decoded(parts[0]), parts.Length > 1 ? Decoded(parts[1]) : null)));
    }

    /// <summary>
    /// The query as the part of an address behind <c>?</c>, without what goes without saying, lists in order; reading it gives this query again.
    /// Where spellings or days ask for the same, the query of the answer prints the same.
    /// </summary>
    public override string ToString()
    {
        (string Key, string? Value)[] pairs =
        [
            ("measure", Measure == Measure.Volume ? null : Measure.Text()),
            ("by", By == Grain.Month ? null : By.Text()),
            ("from", From?.ToString("O", CultureInfo.InvariantCulture)),
            ("until", Until?.ToString("O", CultureInfo.InvariantCulture)),
            ("source", Source),
            ("class", Classes.Count == 0 ? null : NameList.Print(Classes)),
            ("community", Communities.Count == 0 ? null : NameList.Print(Communities)),
            ("target", Target == "all" ? null : Target),
            ("condition", Facet?.Kind == FacetKind.Condition ? Facet.Value : null),
            ("language", Facet?.Kind == FacetKind.Language ? Facet.Value : null),
            ("age", Facet?.Kind == FacetKind.Age ? Facet.Value : null),
            ("weight", Weight == Weighting.Post ? null : "author"),
            ("compare", Compare is { } by ? by.ToString().ToLowerInvariant() : null),
            ("details", Details ? "true" : null),
        ];
        return string.Join('&', pairs.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={Encoded(pair.Value!)}")); // nulls are gone
    }

    private TrendQuery With(string key, string value) => key switch
    {
        "measure" => this with { Measure = Choice<Measure>(key, value) },
        "by" => this with { By = Choice<Grain>(key, value) },
        "from" => this with { From = QueryDay.Parse(key, value) },
        "until" => this with { Until = QueryDay.Parse(key, value) },
        "source" => this with { Sources = [.. Sources, .. NameList.Parse(value)] },
        "class" => this with { Classes = [.. Classes, .. NameList.Parse(value).Select(name => OneOf(key, name, CommunityClasses))] },
        "community" => this with { Communities = [.. Communities, .. NameList.Parse(value)] },
        "target" => this with { Target = OneOf(key, value, Targets) },
        "condition" => Narrowed(FacetKind.Condition, value),
        "language" => Narrowed(FacetKind.Language, value),
        "age" => Narrowed(FacetKind.Age, Series.Facets.Facet.AgeText(value) ?? throw Wrong($"age '{value}' is no age; write hours or days, for example 36h or 7d.")),
        "weight" => this with { Weight = Choice<Weighting>(key, value) },
        "compare" => this with { Compare = Choice<CompareBy>(key, value) },
        "details" => this with { Details = OneOf(key, value, ["true", "false"]) == "true" },
        _ => throw NotOneOf("key", key, s_keys),
    };

    private TrendQuery Narrowed(FacetKind kind, string value)
    {
        var facet = new Facet(kind, value);
        if (Facet is { } other && other.Kind != kind)
            throw Wrong($"{other.Key} and {facet.Key} are both given, and series are kept for one of them at a time; leave one of the two out.");
        if (!facet.IsKnown)
            throw NotOneOf(facet.Key, value, Series.Facets.Facet.ValuesOf(kind));
        return this with { Facet = facet };
    }

    // 'all' among names makes the others superfluous; a union does not depend on their order.
    private TrendQuery Settled() => this with
    {
        Sources = Sources.Contains("all") ? ["all"] : Ordered(Sources),
        Classes = Ordered(Classes),
        Communities = Communities.Contains("all") ? [] : Ordered(Communities),
    };

    private TrendQuery Checked()
    {
        if (From >= Until)
            throw Wrong($"until '{Until:O}' is not after from '{From:O}'; until is the day after the last, so give a later one.");
        if (Weight == Weighting.Author && Measure is Measure.Volume or Measure.Share)
            throw Wrong($"weight 'author' has no meaning for measure '{Measure.Text()}', which counts posts; use measure=sentiment or a stance, or leave weight out.");
        if (FacetRules.Fault(this) is { } fault)
            throw Wrong(fault);
        return Compare == CompareBy.Target && Target != "all"
            ? throw Wrong($"compare 'target' shows every target and target '{Target}' is one; leave one of the two out.")
            : this;
    }

    private static List<string> Ordered(IEnumerable<string> names) => names.Distinct().Order(StringComparer.Ordinal).ToList();

    // A comma is allowed in a query as it is, and addresses stay readable.
    private static string Encoded(string value) => Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal);

    private static string Decoded(string value) => Uri.UnescapeDataString(value.Replace('+', ' '));

    private static T Choice<T>(string key, string value)
        where T : struct, Enum =>
        Enum.Parse<T>(OneOf(key, value, Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).ToList()), ignoreCase: true);

    private static string OneOf(string key, string value, IReadOnlyCollection<string> allowed) =>
        allowed.Contains(value) ? value : throw NotOneOf(key, value, allowed);

    private static TrendException NotOneOf(string key, string value, IEnumerable<string> allowed) =>
        Wrong($"{key} '{value}' is unknown; use one of {string.Join(", ", allowed)}.");

    private static TrendException Wrong(string message) => new(TrendTrouble.Query, message);
}
