using System.Runtime.CompilerServices;

namespace DiscourseLens.Collecting.XenForo;

/// <summary>
/// Walks a board: its list from the thread answered last downwards, and of each thread the pages from the last backwards. A
/// thread that is answered meanwhile jumps to the top of the list, behind the walk, so the list is swept again until it holds
/// no such thread.
/// </summary>
internal sealed class XenForoWalk(XenForoPages pages, string board, string community, FetchWindow window, TimeProvider time)
{
    private const long ClocksDiffer = 600_000; // by how many milliseconds the forum's clock may be off

    private XenForoCursor _at = XenForoCursor.Parse(window.Cursor, window.OverlapMs, time.GetUtcNow().ToUnixTimeMilliseconds());

    public async IAsyncEnumerable<FetchedPage> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var list = await pages.BoardAsync(board, _at.Page, cancellationToken).ConfigureAwait(false);
            foreach (var thread in list.Threads.Where(thread => (thread.LatestMs ?? long.MaxValue) >= _at.SinceMs && !_at.Done.Contains(thread.Id)))
            {
                await foreach (var page in ThreadAsync(thread, cancellationToken).ConfigureAwait(false))
                    yield return page;
                _at = _at with { Found = true, Done = [.. _at.Done, thread.Id], Thread = null };
            }

            var isListEnd = !list.HasNext || list.IsOlder(_at.SinceMs);
            var isEnd = isListEnd && !_at.Found;
            _at = isListEnd
                ? _at with { Page = 1, SinceMs = _at.SweepMs - ClocksDiffer, SweepMs = time.GetUtcNow().ToUnixTimeMilliseconds(), Found = false }
                : _at with { Page = _at.Page + 1 };
            yield return new FetchedPage { Cursor = _at.Format(), Signs = list.Threads.Count };
            if (isEnd)
                yield break;
        }
    }

    private async IAsyncEnumerable<FetchedPage> ThreadAsync(XenForoListed thread, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await pages.ThreadAsync(thread.Path, 1, cancellationToken).ConfigureAwait(false) is not { } first)
            yield break;
        var number = _at.Thread == thread.Id ? Math.Min(_at.ThreadPage, first.Pages) : first.Pages;
        for (; number >= 1; number--)
        {
            var page = number == 1 ? first : await pages.ThreadAsync(thread.Path, number, cancellationToken).ConfigureAwait(false);
            _at = _at with { Thread = thread.Id, ThreadPage = number - 1 };
            if (page is null)
                continue; // posts were deleted, and the thread has fewer pages by now
            if (page.IsOlder(window.OverlapMs))
                yield break;
            yield return new FetchedPage { Posts = [.. page.Posts.Select(post => Placed(post, first))], Rejected = page.Rejected, Cursor = _at.Format() };
        }
    }

    private FetchedPost Placed(FetchedPost post, XenForoThread first)
    {
        var opening = first.Posts[0].NativeId;
        var isOpening = post.NativeId == opening;
        return post with
        {
            Community = community,
            Kind = isOpening ? PostKind.Submission : PostKind.Comment,
            ThreadId = opening,
            ParentId = isOpening ? null : post.ParentId ?? opening,
            Title = !isOpening ? null : PostState.HasText(post.State) ? first.Title : "",
        };
    }
}
