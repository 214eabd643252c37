using DiscourseLens.Series;

namespace DiscourseLens.Trends;

/// <summary>What can be asked of a store, for whoever offers the choice.</summary>
/// <param name="Study">The study's name, or null.</param>
/// <param name="Notice">What every reader must be told, for example that the study is invented; or null.</param>
/// <param name="Sources">Names of the sources.</param>
/// <param name="Communities">The stored communities of all sources, largest first.</param>
/// <param name="Targets">Ids of the targets.</param>
/// <param name="Conditions">Conditions of which filtered series are kept and posts are held, by name.</param>
/// <param name="Languages">The same of languages.</param>
/// <param name="Ages">Fixed ages at which posts were looked at again, youngest first.</param>
/// <param name="Measures">The measures whose scorers have run.</param>
/// <param name="Grains">Lengths of a bucket.</param>
/// <param name="First">First UTC day covered or held; null where there is none.</param>
/// <param name="Until">UTC day after the last one covered or held; null where there is none.</param>
/// <param name="AsOf">Instant of the last capture, the store's "now"; null where nobody knows.</param>
/// <param name="Limits">What makes a bucket provisional and a cell too small.</param>
public sealed record TrendChoices(
    string? Study,
    string? Notice,
    IReadOnlyList<string> Sources,
    IReadOnlyList<CommunityChoice> Communities,
    IReadOnlyList<string> Targets,
    IReadOnlyList<FacetChoice> Conditions,
    IReadOnlyList<FacetChoice> Languages,
    IReadOnlyList<FacetChoice> Ages,
    IReadOnlyList<string> Measures,
    IReadOnlyList<string> Grains,
    DateOnly? First,
    DateOnly? Until,
    DateTimeOffset? AsOf,
    SeriesOptions Limits);

/// <summary>One filter that can be asked for.</summary>
/// <param name="Id">Its value in a query.</param>
/// <param name="Name">Its name in sentences.</param>
public sealed record FacetChoice(string Id, string Name);

/// <summary>One community that can be asked about.</summary>
/// <param name="Source">Its source.</param>
/// <param name="Name">Its name as collected: hostile text, to be shown as text only.</param>
/// <param name="Class">therapy, substance, mental-health or general.</param>
/// <param name="Posts">Its relevant posts in all, told as a public output may tell them.</param>
public sealed record CommunityChoice(string Source, string Name, string Class, ShownCount Posts);
