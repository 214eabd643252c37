using DiscourseLens.Series;
using DiscourseLens.Series.Facets;
using DiscourseLens.Trends;

namespace DiscourseLens.Web.Api;

/// <summary>The keys of each endpoint, for the description of the API. What reads them checks them.</summary>
/// <param name="All">The keys.</param>
internal sealed record ApiKeys(IReadOnlyList<ApiKey> All)
{
    private static readonly ApiKey s_source = new("source", "Names of sources, or all; needed where there are several.");
    private static readonly ApiKey s_class = new("class", "Classes of communities with commas between them.", TrendQuery.CommunityClasses);
    private static readonly ApiKey s_community = new("community", "Names of communities with commas between them, or all; \\, is a comma of a name.");
    private static readonly ApiKey s_target = new("target", "The substance talked about; all unless given.", TrendQuery.Targets);
    private static readonly ApiKey s_condition = new("condition", "Only posts whose title or text names this condition; no diagnosis. Not with language, nor for share.", Facet.ValuesOf(FacetKind.Condition));
    private static readonly ApiKey s_language = new("language", "Only posts in this language; und is undecided. Not with condition, nor for share.", Facet.ValuesOf(FacetKind.Language));
    private static readonly ApiKey s_age = new("age", "Only posts that a look at this age found still there, such as 36h or 7d. Not with condition or language, nor for share.");
    private static readonly ApiKey s_from = new("from", "First UTC day, such as 2024-01-31.");
    private static readonly ApiKey s_until = new("until", "UTC day after the last.");
    private static readonly ApiKey s_measure = new("measure", "What is measured; volume unless given.", Names<Measure>());

    public static readonly ApiKeys Trend = new(
    [
        s_measure,
        new("by", "Length of a bucket; month unless given.", Names<Grain>()),
        s_from, s_until, s_source,
        s_class, s_community, s_target, s_condition, s_language, s_age,
        new("weight", "author: one author, one vote; post unless given.", Names<Weighting>()),
        new("compare", "One series for each value.", Names<CompareBy>()),
        new("details", "Whether to tell how far numbers rest on few authors.", ["true", "false"]),
    ]);

    public static readonly ApiKeys Change = new(
    [
        new("a", "First interval, such as 2024-01-01..2024-07-01."), new("b", "Second interval."),
        new("at", "A UTC day to test for a step."), new("event", "A dated event to test, by its id."),
        new("points", "true: look for shifts of the level.", ["true", "false"]),
        new("by", "For at, event and points: month or week; month unless given.", ["week", "month"]),
        s_from, s_until, s_measure, s_source, s_class, s_community, s_target, s_condition, s_language, s_age,
    ]);

    public static readonly ApiKeys Decompose = new([new("a", "First interval, such as 2024-01-01..2024-07-01."), new("b", "Second interval."), s_measure, s_source, s_class, s_community, s_target]);

    public static readonly ApiKeys Events = new([s_from, s_until, s_target]);

    public static readonly ApiKeys Coverage = new([new("source", "Name of the source."), new("community", "Name of the community."), s_from, s_until]);

    private static List<string> Names<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).ToList();
}
