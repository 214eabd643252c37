using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Trends.Changes;

/// <summary>One interval of a comparison. Numbers rest on its compared days only.</summary>
/// <param name="Interval">What was asked.</param>
/// <param name="ComparedDays">How many of its days are compared.</param>
/// <param name="State">What may be read into the interval as a whole.</param>
/// <param name="Coverage">Mean covered part of its community-days, 0 to 1.</param>
/// <param name="N">Posts.</param>
/// <param name="Authors">Known authors.</param>
/// <param name="Value">Posts a day, share of the posts read, or mean sentiment; null when unknown or suppressed.</param>
/// <param name="Low">Lower end of the 95 % interval.</param>
/// <param name="High">Upper end of the 95 % interval.</param>
/// <param name="Concentration">How far it rests on few authors; null when suppressed.</param>
/// <param name="AuthorMean">Mean of the authors' means, one author one vote; sentiment only.</param>
/// <param name="Suppressed">Whether too few posts or authors stand behind it.</param>
public sealed record ChangeSide(
    DayRun Interval,
    int ComparedDays,
    BucketState State,
    double Coverage,
    ShownCount N,
    ShownCount Authors,
    double? Value,
    double? Low,
    double? High,
    Concentration? Concentration,
    double? AuthorMean,
    bool Suppressed);
