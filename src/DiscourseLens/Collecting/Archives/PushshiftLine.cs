namespace DiscourseLens.Collecting.Archives;

/// <summary>The fields of one archive line that matter here; ids and texts stay ranges of the line until asked for.</summary>
internal sealed class PushshiftLine
{
    private static readonly string[] s_userPaths = ["/user/", "/u/", "/r/u_"];

    public PostKind Kind { get; set; }
    public RawId Id { get; set; }
    public RawId Name { get; set; }
    public RawId LinkId { get; set; }
    public RawId ParentId { get; set; }
    public long? CreatedMs { get; set; }
    public long? RetrievedMs { get; set; }
    public long? RetrievedAgainMs { get; set; }
    public long? Score { get; set; }
    public long? Replies { get; set; }
    public bool DeletedLater { get; set; }
    public JsonText Author { get; set; }
    public JsonText Community { get; set; }
    public JsonText Title { get; set; }
    public JsonText Body { get; set; }
    public JsonText SelfText { get; set; }
    public JsonText Permalink { get; set; }
    public JsonText RemovedBy { get; set; }

    /// <summary>When the source was last asked for this post; null when the archive does not say.</summary>
    public long? CapturedMs => RetrievedAgainMs ?? RetrievedMs;

    private RawId OwnId => Id.IsPresent ? Id : Name;

    /// <summary>The post's id as a number to look it up by.</summary>
    public long Key(ReadOnlySpan<byte> bytes) => OwnId.Key(bytes)!.Value; // a line without id was rejected

    /// <summary>The number to look the thread up by; null when the archive does not name the thread.</summary>
    public long? ThreadKey(ReadOnlySpan<byte> bytes) => Kind == PostKind.Submission ? Key(bytes) : LinkId.Key(bytes);

    /// <summary>The source's full name of the post: <c>t1_</c> or <c>t3_</c> and its base-36 id.</summary>
    public string NativeId(ReadOnlySpan<byte> bytes) =>
        OwnId.FullName(bytes, Kind == PostKind.Comment ? "t1_" : "t3_")!; // a line without id was rejected

    /// <summary>The full name of the submission that opened the thread; null when the archive does not say.</summary>
    public string? ThreadId(ReadOnlySpan<byte> bytes) =>
        Kind == PostKind.Submission ? NativeId(bytes) : LinkId.FullName(bytes, "t3_");

    /// <summary>The full name of what a comment replies to, the submission where nothing else is said; null for a submission.</summary>
    public string? Parent(ReadOnlySpan<byte> bytes) =>
        Kind == PostKind.Submission ? null : ParentId.FullName(bytes, "t1_") ?? LinkId.FullName(bytes, "t3_");

    /// <summary>The permalink, unless it leads over a user's own page and so names the user.</summary>
    public string? PublicPermalink(ReadOnlySpan<byte> bytes)
    {
        var link = Permalink.IsPresent ? Permalink.Decode(bytes) : null;
        return link is null || s_userPaths.Any(path => link.Contains(path, StringComparison.OrdinalIgnoreCase)) ? null : link;
    }

    public void Clear()
    {
        Kind = PostKind.Comment;
        Id = Name = LinkId = ParentId = RawId.Absent;
        CreatedMs = RetrievedMs = RetrievedAgainMs = Score = Replies = null;
        DeletedLater = false;
        Author = Community = Title = Body = SelfText = Permalink = RemovedBy = JsonText.Absent;
    }
}
