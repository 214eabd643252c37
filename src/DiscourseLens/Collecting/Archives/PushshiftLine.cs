namespace DiscourseLens.Collecting.Archives;

/// <summary>The fields of one archive line that matter here; texts stay ranges of the line until asked for.</summary>
internal sealed class PushshiftLine
{
    public PostKind Kind { get; set; }
    public string? Id { get; set; }
    public string? Name { get; set; }
    public string? LinkId { get; set; }
    public string? ParentId { get; set; }
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

    /// <summary>The source's full name of the post: <c>t1_</c> or <c>t3_</c> and its base-36 id.</summary>
    public string NativeId => (Kind == PostKind.Comment ? "t1_" : "t3_") + Id;

    /// <summary>The full name of the submission that opened the thread; null when the archive does not say.</summary>
    public string? ThreadId => Kind == PostKind.Submission ? NativeId : LinkId;

    public void Clear()
    {
        Kind = PostKind.Comment;
        Id = Name = LinkId = ParentId = null;
        CreatedMs = RetrievedMs = RetrievedAgainMs = Score = Replies = null;
        DeletedLater = false;
        Author = Community = Title = Body = SelfText = Permalink = RemovedBy = JsonText.Absent;
    }
}
