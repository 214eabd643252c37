namespace DiscourseLens.Collecting.Archives;

/// <summary>A line's decoded texts, with Reddit's placeholders read as the states they stand for.</summary>
/// <param name="Title">Title of a submission; null for a comment.</param>
/// <param name="Body">The text, empty where it is gone.</param>
/// <param name="State">One of <see cref="PostState"/>.</param>
/// <param name="Author">The author's name; null where the account is gone or the capture has none.</param>
/// <param name="AuthorState">One of <see cref="AuthorStates"/>.</param>
internal sealed record PushshiftText(string? Title, string Body, string State, string? Author, string AuthorState)
{
    private const string Deleted = "[deleted]";
    private const string Removed = "[removed]";

    /// <summary>Title and body alone, for the gate: a body that is gone is empty.</summary>
    public static (string? Title, string Body) Words(PushshiftLine line, ReadOnlySpan<byte> bytes)
    {
        var body = Text(line.Kind == PostKind.Submission ? line.SelfText : line.Body, bytes);
        var state = StateOf(body, null, line.RemovedBy.IsPresent ? line.RemovedBy.Decode(bytes) : null);
        return (line.Kind == PostKind.Submission ? Text(line.Title, bytes) : null, PostState.HasText(state) ? body : "");
    }

    public static PushshiftText Decode(PushshiftLine line, ReadOnlySpan<byte> bytes)
    {
        var title = line.Kind == PostKind.Submission ? Text(line.Title, bytes) : null;
        var body = Text(line.Kind == PostKind.Submission ? line.SelfText : line.Body, bytes);
        var author = line.Author.IsPresent ? line.Author.Decode(bytes) : null;
        var state = StateOf(body, author, line.RemovedBy.IsPresent ? line.RemovedBy.Decode(bytes) : null);
        var authorState = author switch
        {
            null or "" => AuthorStates.Absent,
            Deleted => AuthorStates.Deleted,
            _ => AuthorStates.Named,
        };
        return new PushshiftText(
            title,
            PostState.HasText(state) ? body : "",
            state,
            authorState == AuthorStates.Named ? author : null,
            authorState);
    }

    /// <summary>The text as stored: a submission's is title, blank line and body.</summary>
    public string Whole => Title is null ? Body : Body.Length == 0 ? Title : $"{Title}\n\n{Body}";

    // Archives carry Reddit's HTML entities for three characters, some exports twice; `&amp;` first undoes both.
    private static string Text(JsonText text, ReadOnlySpan<byte> bytes)
    {
        var decoded = text.IsPresent ? text.Decode(bytes) : "";
        return decoded.Contains('&', StringComparison.Ordinal)
            ? decoded.Replace("&amp;", "&", StringComparison.Ordinal)
                .Replace("&lt;", "<", StringComparison.Ordinal)
                .Replace("&gt;", ">", StringComparison.Ordinal)
            : decoded;
    }

    private static string StateOf(string body, string? author, string? removedBy) => (body.Trim(), removedBy) switch
    {
        (_, "deleted" or "author") => PostState.DeletedByAuthor,
        (_, "moderator" or "automod_filtered") => PostState.RemovedByModerator,
        (_, { Length: > 0 }) => PostState.RemovedByPlatform,
        (Deleted, _) => PostState.DeletedByAuthor,
        (Removed, _) => PostState.RemovedByModerator,
        ("[ Removed by Reddit ]" or "[removed by reddit]", _) => PostState.RemovedByPlatform,
        _ => author == Deleted ? PostState.AccountGone : PostState.Live,
    };
}
