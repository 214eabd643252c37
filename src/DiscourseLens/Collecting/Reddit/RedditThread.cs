using System.Runtime.CompilerServices;
using System.Text.Json;

namespace DiscourseLens.Collecting.Reddit;

/// <summary>Reads one thread whole: its tree, what the tree folds away, and what it continues elsewhere.</summary>
internal sealed class RedditThread(RedditApi api)
{
    private const int AtOnce = 100; // ids a request for folded comments takes

    /// <summary>Reads a thread.</summary>
    /// <param name="link">Full name of its submission.</param>
    /// <param name="cancellationToken">Stops between requests.</param>
    public async IAsyncEnumerable<FetchedPage> ReadAsync(string link, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var left = new Folded();
        yield return await api.GetAsync($"comments/{link[3..]}/?limit=500&sort=old", answer => ReadTree(answer, left), cancellationToken)
            .ConfigureAwait(false);
        while (true)
        {
            if (left.TakeIds(AtOnce) is { Count: > 0 } ids)
                yield return await UnfoldAsync(link, ids, left, cancellationToken).ConfigureAwait(false);
            else if (left.TakeBranch() is { } branch)
                yield return await api.GetAsync($"comments/{link[3..]}/_/{branch}?limit=500&sort=old", answer => ReadTree(answer, left), cancellationToken)
                    .ConfigureAwait(false);
            else
                yield break;
        }
    }

    private async Task<FetchedPage> UnfoldAsync(string link, IReadOnlyList<string> ids, Folded left, CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string>
        {
            ["api_type"] = "json",
            ["link_id"] = link,
            ["children"] = string.Join(',', ids),
            ["sort"] = "old",
        };
        var page = await api.PostAsync("api/morechildren", form, answer => ReadThings(answer, left), cancellationToken).ConfigureAwait(false);
        var unresolved = ids.Select(id => "t1_" + id).Except(page.Posts.Select(post => post.NativeId)).ToList();
        if (unresolved.Count == 0)
            return page;
        var found = await RedditInfo.ReadAsync(api, unresolved, cancellationToken).ConfigureAwait(false);
        foreach (var post in found.Posts)
            left.AddBranch(post.NativeId); // looked up by name it comes without its replies
        return page with { Posts = [.. page.Posts, .. found.Posts], Rejected = [.. page.Rejected, .. found.Rejected] };
    }

    private static FetchedPage ReadTree(JsonElement answer, Folded left)
    {
        if (answer.ValueKind != JsonValueKind.Array || answer.GetArrayLength() != 2)
            throw new FormatException("no thread");
        return Read(answer.EnumerateArray().Select(listing => listing.GetProperty("data").GetProperty("children")), left);
    }

    private static FetchedPage ReadThings(JsonElement answer, Folded left)
    {
        var json = answer.GetProperty("json");
        if (json.TryGetProperty("errors", out var errors) && errors.GetArrayLength() > 0)
            throw new FormatException("errors");
        return Read(json.TryGetProperty("data", out var data) ? [data.GetProperty("things")] : [], left);
    }

    /// <summary>Reads lists of things and the replies nested in them. No recursion: threads nest as deep as people like.</summary>
    private static FetchedPage Read(IEnumerable<JsonElement> lists, Folded left)
    {
        var posts = new List<FetchedPost>();
        var rejected = new List<RejectedPost>();
        var stack = new Stack<JsonElement>(lists.SelectMany(list => list.EnumerateArray()).Reverse());
        while (stack.TryPop(out var thing))
        {
            if (RedditPost.KindOf(thing) == "more")
                left.Add(thing.GetProperty("data"));
            else
                RedditPost.Read(thing, posts, rejected);
            // Without replies it is an empty string, not an empty list.
            if (thing.GetProperty("data").TryGetProperty("replies", out var replies) && replies.ValueKind == JsonValueKind.Object)
            {
                foreach (var reply in replies.GetProperty("data").GetProperty("children").EnumerateArray())
                    stack.Push(reply);
            }
        }

        return new FetchedPage { Posts = posts, Rejected = rejected };
    }

    /// <summary>What is still to be asked for, each once, so that a server that repeats itself cannot keep us for ever.</summary>
    private sealed class Folded
    {
        private readonly HashSet<string> _known = new(StringComparer.Ordinal);
        private readonly Queue<string> _ids = new();
        private readonly Queue<string> _branches = new();

        /// <summary>A node for folded comments, or one that only says that the branch goes on elsewhere: it names no children.</summary>
        public void Add(JsonElement more)
        {
            var children = more.GetProperty("children").EnumerateArray().Select(child => child.GetString() ?? "").ToList();
            if (children.Count == 0 && more.GetProperty("parent_id").GetString() is { } parent)
                AddBranch(parent);
            foreach (var child in children.Where(child => child.Length > 0))
                Enqueue(_ids, child, "");
        }

        /// <summary>The replies of a comment are still to be read.</summary>
        public void AddBranch(string name)
        {
            if (name.StartsWith("t1_", StringComparison.Ordinal))
                Enqueue(_branches, name[3..], "branch ");
        }

        public List<string> TakeIds(int most)
        {
            var taken = new List<string>();
            while (taken.Count < most && _ids.TryDequeue(out var id))
                taken.Add(id);
            return taken;
        }

        public string? TakeBranch() => _branches.TryDequeue(out var branch) ? branch : null;

        private void Enqueue(Queue<string> queue, string id, string prefix)
        {
            if (_known.Add(prefix + id))
                queue.Enqueue(id);
        }
    }
}
