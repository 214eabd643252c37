namespace DiscourseLens.Collecting.Archives;

/// <summary>Everything counted while one file is read: the true denominators of its days.</summary>
internal sealed class FileTally
{
    /// <summary>Stands for the rare post without a community.</summary>
    public const string NoCommunity = "(unknown)";
    private const long DayMs = 86_400_000;

    private readonly Dictionary<string, Dictionary<(PostKind Kind, long DayMs), FileCount>> _communities =
        new(StringComparer.OrdinalIgnoreCase);

    public long Read { get; set; }
    public long OutOfScope { get; set; }
    public long Rejected { get; set; }
    public HashSet<PostKind> Kinds { get; } = [];
    public long? FirstDayMs { get; private set; }
    public long? LastDayMs { get; private set; }
    public long? LastCreatedMs { get; private set; }
    public long? LastRetrievedMs { get; private set; }

    /// <summary>When the file was made, as far as its posts tell: its last retrieval, else its last post.</summary>
    public long? CapturedMs => LastRetrievedMs ?? LastCreatedMs;

    public IEnumerable<string> Communities => _communities.Keys;

    public IEnumerable<(PostKind Kind, string Community, long DayMs, FileCount Count)> Counts =>
        from community in _communities
        from cell in community.Value
        select (cell.Key.Kind, community.Key, cell.Key.DayMs, cell.Value);

    public void Add(PostKind kind, string community, long createdMs, long? capturedMs)
    {
        if (!_communities.TryGetValue(community, out var cells))
            _communities.Add(community, cells = []);
        var day = createdMs - (createdMs % DayMs);
        if (!cells.TryGetValue((kind, day), out var count))
            cells.Add((kind, day), count = new FileCount());
        count.Add(capturedMs);
        Kinds.Add(kind);
        FirstDayMs = Math.Min(day, FirstDayMs ?? day);
        LastDayMs = Math.Max(day, LastDayMs ?? day);
        LastCreatedMs = Math.Max(createdMs, LastCreatedMs ?? createdMs);
        if (capturedMs is not null)
            LastRetrievedMs = Math.Max(capturedMs.Value, LastRetrievedMs ?? 0);
    }
}
