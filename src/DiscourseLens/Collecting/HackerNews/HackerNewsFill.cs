using System.Globalization;
using System.Runtime.CompilerServices;

namespace DiscourseLens.Collecting.HackerNews;

/// <summary>
/// Accounts for every id: those that the index does not show are asked for one by one, and those not there yet again later.
/// </summary>
internal sealed class HackerNewsFill(FirebaseItems items, string community, FetchWindow window)
{
    private const int AtOnce = 50; // ids asked for between two pages

    private readonly HackerNewsMemory _memory = HackerNewsMemory.Parse(window.Memory);

    /// <summary>Asks for absent ids whose time has come.</summary>
    public async Task<FetchedPage> AskAgainAsync(CancellationToken cancellationToken)
    {
        var posts = new List<FetchedPost>();
        foreach (var id in _memory.Due(window.UntilMs))
        {
            if (await AskAsync(id, cancellationToken).ConfigureAwait(false) is { } post)
                posts.Add(post);
        }

        return new FetchedPage { Posts = posts, Memory = _memory.Format() };
    }

    /// <summary>Asks for the ids up to the highest that are not shown, as far as they lie in the window.</summary>
    public async IAsyncEnumerable<FetchedPage> ReadAsync(
        AlgoliaAnswer answer, long highest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_memory.LastId == 0 && answer.Ids.Count == 0)
            yield break;
        if (_memory.LastId == 0)
            _memory.LastId = answer.Ids.Min() - 1;
        for (var isInside = true; isInside && _memory.LastId < highest;)
        {
            var posts = new List<FetchedPost>();
            for (var asked = 0; isInside && asked < AtOnce && _memory.LastId < highest; asked++)
            {
                var id = NextUnshown(answer, highest);
                if (id <= highest && await AskAsync(id, cancellationToken).ConfigureAwait(false) is { } post)
                {
                    posts.Add(post);
                    isInside = post.CreatedMs < window.UntilMs;
                }

                _memory.LastId = isInside ? Math.Min(id, highest) : id - 1;
            }

            yield return new FetchedPage { Posts = posts, Memory = _memory.Format() };
        }
    }

    private long NextUnshown(AlgoliaAnswer answer, long highest)
    {
        var id = _memory.LastId + 1;
        while (id <= highest && answer.Ids.Contains(id))
            id++;
        return id;
    }

    private async Task<FetchedPost?> AskAsync(long id, CancellationToken cancellationToken)
    {
        var item = await items.ReadAsync(id.ToString(CultureInfo.InvariantCulture), community, cancellationToken).ConfigureAwait(false);
        var isLater = item.Post?.CreatedMs >= window.UntilMs; // it belongs to a window to come
        _memory.Note(id, item.IsThere && !isLater, window.UntilMs);
        return item.Post;
    }
}
