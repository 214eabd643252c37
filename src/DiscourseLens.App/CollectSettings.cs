using DiscourseLens.Collecting;

namespace DiscourseLens.App;

/// <summary>What is collected over the network; the section <c>Collect</c> of the settings.</summary>
internal sealed class CollectSettings
{
    /// <summary>What we say we are when asking a source: program, version and whom to ask.</summary>
    public string UserAgent { get; init; } = "";

    /// <summary>How posts are looked at again.</summary>
    public RevisitSettings Revisits { get; init; } = new();

    /// <summary>The sources, by name in lower case: the environment writes names in capitals, and one source must stay one.</summary>
    public Dictionary<string, SourceOptions> Sources { get; init; } = [];

    /// <summary>The same with every name in lower case.</summary>
    public CollectSettings Normalised() => With(Sources.ToDictionary(pair => pair.Key.ToLowerInvariant(), pair => pair.Value));

    /// <summary>The same with other sources.</summary>
    public CollectSettings With(Dictionary<string, SourceOptions> sources) => new() { UserAgent = UserAgent, Revisits = Revisits, Sources = sources };

    /// <summary>Those that are collected, in the order of their names.</summary>
    public IEnumerable<KeyValuePair<string, SourceOptions>> Enabled =>
        Sources.Where(pair => pair.Value.Enabled).OrderBy(pair => pair.Key, StringComparer.Ordinal);
}
