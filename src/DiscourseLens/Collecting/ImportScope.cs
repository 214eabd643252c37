using System.Security.Cryptography;
using System.Text;

namespace DiscourseLens.Collecting;

/// <summary>Which posts a study stores: relevant ones, those in a thread whose submission is, and all of its own communities.</summary>
public sealed class ImportScope
{
    /// <summary>Reads title (null for comments), text, community class and the concepts inherited from the thread's submission.</summary>
    public delegate ScopeReading Gate(string? title, string text, string communityClass, int threadConcepts);

    /// <summary>The class of a community that nobody lists.</summary>
    public const string UnknownClass = "general";

    private readonly Dictionary<string, string> _communities;
    private readonly IReadOnlyDictionary<string, string> _known;

    /// <summary>A scope from the study's communities and its relevance gate.</summary>
    /// <param name="communities">Community name to class; names compare without case, as Reddit's do.</param>
    /// <param name="gateVersion">The gate's version and hash: another one is another scope.</param>
    /// <param name="gate">The relevance gate; called from several threads at once.</param>
    /// <param name="known">Classes of communities that the study does not list, by name in any case; none when null.</param>
    public ImportScope(
        IReadOnlyDictionary<string, string> communities, string gateVersion, Gate gate, IReadOnlyDictionary<string, string>? known = null)
    {
        ArgumentNullException.ThrowIfNull(communities);
        _known = new Dictionary<string, string>(known ?? new Dictionary<string, string>(), StringComparer.OrdinalIgnoreCase);
        _communities = new Dictionary<string, string>(communities, StringComparer.OrdinalIgnoreCase);
        Read = gate;
        var lines = _communities.Select(pair => $"{pair.Key.ToLowerInvariant()}\t{pair.Value}").Order(StringComparer.Ordinal);
        Fingerprint = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{gateVersion}\n{string.Join('\n', lines)}")))[..16];
    }

    /// <summary>The gate.</summary>
    public Gate Read { get; }

    /// <summary>Changes whenever another set of posts could be stored from the same file.</summary>
    public string Fingerprint { get; }

    /// <summary>Whether every post of the community is stored.</summary>
    public bool HasCommunity(string name) => _communities.ContainsKey(name);

    /// <summary>The community's class: the study's, else the known one, else <see cref="UnknownClass"/>.</summary>
    public string ClassOf(string name) => _communities.TryGetValue(name, out var own) ? own : _known.GetValueOrDefault(name, UnknownClass);
}
