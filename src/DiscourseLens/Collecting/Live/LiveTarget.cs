using DiscourseLens.Database;

namespace DiscourseLens.Collecting.Live;

/// <summary>Where and how a source's posts are stored.</summary>
/// <param name="SourceId">Row of <c>source</c>.</param>
/// <param name="LiveSourceId">Row of <c>live_source</c>.</param>
/// <param name="FileId">Row of <c>archive_file</c> on which captures and counts hang.</param>
/// <param name="Origin">Name under which authors are keyed.</param>
/// <param name="Scope">What is stored.</param>
/// <param name="Key">The study key.</param>
/// <param name="Fence">Guards every transaction; null when nothing can take the work over.</param>
internal sealed record LiveTarget(
    long SourceId, long LiveSourceId, long FileId, string Origin, ImportScope Scope, StudyKey Key, Fence? Fence)
{
    /// <summary>A post as it waits to be merged: its author by key, its text only where it may be kept.</summary>
    public StagedPost ToStaged(FetchedPost post, string communityKey, long line, long nowMs)
    {
        var named = post.AuthorState == AuthorStates.Named && post.Author is not null;
        return new StagedPost
        {
            Line = line,
            NativeId = post.NativeId,
            Kind = post.Kind,
            Community = communityKey,
            ThreadId = post.ThreadId,
            ParentId = post.ParentId,
            AuthorKey = named ? Key.KeyOf(Origin, post.Author!) : null, // just looked at
            AuthorState = named || post.AuthorState != AuthorStates.Named ? post.AuthorState : AuthorStates.Absent,
            IsBot = post.IsBot,
            CreatedMs = post.CreatedMs,
            CapturedMs = post.CapturedMs ?? nowMs,
            Score = post.Score,
            Replies = post.Replies,
            State = post.State,
            Permalink = post.Permalink,
            Text = PostState.HasText(post.State) ? post.Whole : "",
        };
    }
}
