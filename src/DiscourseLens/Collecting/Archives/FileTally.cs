namespace DiscourseLens.Collecting.Archives;

/// <summary>Everything counted while one file is read: the true denominators of its days.</summary>
internal sealed class FileTally(ImportScope scope)
{
    /// <summary>Milliseconds of a UTC day.</summary>
    public const long DayMs = 86_400_000;

    public long Read { get; set; }
    public long OutOfScope { get; set; }
    public long Rejected { get; set; }
    public HashSet<PostKind> Kinds { get; } = [];
    public FileCommunities Communities { get; } = new(scope);

    public long? FirstDayMs => _firstCreatedMs - (_firstCreatedMs % DayMs);
    public long? LastDayMs => _lastCreatedMs - (_lastCreatedMs % DayMs);

    /// <summary>When the file was made, as far as its posts tell: its last retrieval, else its last post.</summary>
    public long? CapturedMs => _lastRetrievedMs ?? _lastCreatedMs;

    /// <summary>Posts that are in scope: all that were read but those out of scope and rejected.</summary>
    public long InScope => Read - OutOfScope - Rejected;

    private long? _firstCreatedMs;
    private long? _lastCreatedMs;
    private long? _lastRetrievedMs;

    public void Add(PostKind kind, FileCommunity community, long createdMs, long? capturedMs)
    {
        Read++;
        community.Add(kind, createdMs, capturedMs);
        Kinds.Add(kind);
        _firstCreatedMs = Math.Min(createdMs, _firstCreatedMs ?? createdMs);
        _lastCreatedMs = Math.Max(createdMs, _lastCreatedMs ?? createdMs);
        if (capturedMs is not null)
            _lastRetrievedMs = Math.Max(capturedMs.Value, _lastRetrievedMs ?? 0);
    }
}
