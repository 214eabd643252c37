namespace DiscourseLens.Scoring;

/// <summary>The identity of a scorer: a score belongs to exactly one of these and never changes under it.</summary>
/// <param name="Kind">What is measured: <c>sentiment</c>, <c>relevance</c> or <c>stance</c>.</param>
/// <param name="Name">The scorer's name, for example <c>vader</c>.</param>
/// <param name="Version">Its version and mode, for example <c>3.3.2/reference</c>.</param>
/// <param name="Hash">Lower-case hex SHA-256 over lexicon, model and settings.</param>
public sealed record ScorerVersion(string Kind, string Name, string Version, string Hash)
{
    /// <summary>The form shown in views and outputs: name, version and the first eight hex digits of the hash.</summary>
    public override string ToString() => $"{Name}/{Version}/{Hash[..8]}";
}
