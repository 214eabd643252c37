using System.Text;

namespace DiscourseLens.Collecting.Archives;

/// <summary>The communities of one file, found by the bytes that name them.</summary>
internal sealed class FileCommunities(ImportScope scope)
{
    /// <summary>Stands for the rare post without a community.</summary>
    public const string Unknown = "(unknown)";

    /// <summary>Stands for all posts on users' own pages: their community's name is the user's.</summary>
    public const string Profiles = "(profiles)";

    private const int LongestName = 64;
    private readonly Dictionary<string, FileCommunity> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileCommunity> _byName = new(StringComparer.Ordinal);

    public IEnumerable<FileCommunity> All => _byKey.Values;

    public FileCommunity Find(JsonText name, ReadOnlySpan<byte> line)
    {
        var raw = name.Raw(line);
        Span<char> letters = stackalloc char[LongestName];
        if (raw.Length > LongestName || raw.Contains((byte)'\\') || !Ascii.IsValid(raw))
            return Find(name.Decode(line));
        letters = letters[..Encoding.ASCII.GetChars(raw, letters)];
        return _byName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(letters, out var known)
            ? known
            : Find(new string(letters));
    }

    public FileCommunity Find(string name)
    {
        if (_byName.TryGetValue(name, out var community))
            return community;
        var shown = Shown(name);
        var key = shown.ToLowerInvariant();
        if (!_byKey.TryGetValue(key, out community))
            _byKey.Add(key, community = new FileCommunity(shown, key, scope.ClassOf(shown), scope.HasCommunity(shown)));
        _byName.Add(name, community);
        return community;
    }

    private static string Shown(string name) => name.Length == 0 ? Unknown
        : name.StartsWith("u_", StringComparison.OrdinalIgnoreCase) ? Profiles
        : name;
}
