using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DiscourseLens.Collecting.Markup;

namespace DiscourseLens.Collecting.XenForo;

/// <summary>A page of a thread.</summary>
/// <param name="Title">The thread's title.</param>
/// <param name="Pages">How many pages it has.</param>
/// <param name="Posts">The posts, without community, thread, and title of the first; the parent is what they quote.</param>
/// <param name="Rejected">Those that cannot be read.</param>
internal sealed record XenForoThread(string Title, int Pages, IReadOnlyList<FetchedPost> Posts, IReadOnlyList<RejectedPost> Rejected)
{
    // What is not the author's own words, or no words at all.
    private const string LeaveOut = "blockquote.bbCodeBlock--quote, .bbCodeBlock-expandLink, .bbCodeBlock--unfurl, .bbCodeSpoiler-button, a.username, .message-lastEdit";

    /// <summary>Reads a page.</summary>
    /// <exception cref="FormatException">It is no page of a thread.</exception>
    public static XenForoThread Read(IHtmlDocument page, Uri address)
    {
        var posts = new List<FetchedPost>();
        var rejected = new List<RejectedPost>();
        foreach (var article in page.QuerySelectorAll("article.message--post[data-content^='post-']"))
        {
            if (Post(article, address) is { } post)
                posts.Add(post);
            else
                rejected.Add(new RejectedPost(Encoding.UTF8.GetBytes(article.OuterHtml), "no number or time"));
        }

        if (posts.Count + rejected.Count == 0 || page.QuerySelector("h1.p-title-value") is not { } title)
            throw new FormatException("no posts");
        var last = page.QuerySelectorAll(".pageNav-main .pageNav-page a")
            .Select(link => int.TryParse(link.TextContent.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1).DefaultIfEmpty(1).Max();
        return new(HtmlText.Read(title, ".label, .label-append"), last, posts, rejected);
    }

    /// <summary>Whether all posts of the page were written before an instant.</summary>
    public bool IsOlder(long ms) => Posts.Count > 0 && Posts.All(post => post.CreatedMs < ms);

    private static FetchedPost? Post(IElement article, Uri address)
    {
        var id = article.GetAttribute("data-content")!["post-".Length..]; // selected by it
        if (!id.All(char.IsAsciiDigit) || id.Length is 0 or > 18
            || XenForoTime.Read(article.QuerySelector(".message-attribution-main time, .message-attribution time")) is not { } created)
            return null;
        var name = article.GetAttribute("data-author");
        var author = article.QuerySelector(".message-name [data-user-id], .message-userDetails [data-user-id], .message-avatar [data-user-id]")?.GetAttribute("data-user-id");
        var isGone = article.ClassList.Contains("message--deleted") || article.QuerySelector(".messageNotice--deleted") is not null;
        var body = article.QuerySelector(".message-body .bbWrapper");
        return new FetchedPost
        {
            NativeId = id,
            Kind = PostKind.Comment,
            Community = "",
            ParentId = Quoted(body),
            Author = author is null or "0" ? null : author,
            AuthorState = author is null or "0" ? AuthorStates.Absent : AuthorStates.Named, // a guest, or an account that is gone
            IsBot = name is not null && BotAuthors.Contains(name),
            CreatedMs = created,
            State = isGone ? PostState.RemovedByModerator : PostState.Live,
            Permalink = $"{address}posts/{id}/",
            Body = isGone || body is null ? "" : HtmlText.Read(body, LeaveOut),
        };
    }

    /// <summary>The post that is quoted first, such as <c>post: 123</c>.</summary>
    private static string? Quoted(IElement? body) =>
        body?.QuerySelector("blockquote.bbCodeBlock--quote[data-source^='post:']")?.GetAttribute("data-source")?["post:".Length..].Trim() is { Length: > 0 } id
        && id.All(char.IsAsciiDigit) ? id : null;
}
