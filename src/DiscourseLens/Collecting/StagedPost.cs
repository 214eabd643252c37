namespace DiscourseLens.Collecting;

/// <summary>One capture of a post in scope, as it waits for its file to end. Its author is a key already.</summary>
internal sealed record StagedPost
{
    public required long Line { get; init; }
    public required string NativeId { get; init; }
    public required PostKind Kind { get; init; }

    /// <summary>The community's name in lower case, as the store tells communities apart.</summary>
    public required string Community { get; init; }
    public string? ThreadId { get; init; }
    public string? ParentId { get; init; }
    public byte[]? AuthorKey { get; init; }
    public required string AuthorState { get; init; }
    public bool IsBot { get; init; }
    public required long CreatedMs { get; init; }
    public long? CapturedMs { get; init; }
    public long? Score { get; init; }
    public long? Replies { get; init; }
    public required string State { get; init; }
    public string? Permalink { get; init; }

    /// <summary>A comment's body; a submission's title, blank line and body. Empty where the text is gone.</summary>
    public required string Text { get; init; }
}
