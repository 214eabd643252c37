using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DiscourseLens.Collecting.XenForo;

/// <summary>A thread in a list.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Path">Its address within the site, with a slash at its end.</param>
/// <param name="LatestMs">When its last post was written; null where the list does not say.</param>
/// <param name="IsSticky">Whether it stands above the others whatever its age.</param>
internal sealed record XenForoListed(long Id, string Path, long? LatestMs, bool IsSticky);

/// <summary>A page of a board: threads, the last answered first.</summary>
/// <param name="Threads">The threads.</param>
/// <param name="HasNext">Whether another page follows.</param>
internal sealed record XenForoList(IReadOnlyList<XenForoListed> Threads, bool HasNext)
{
    private const string Marker = "js-threadListItem-";

    /// <summary>Whether all that is not sticky was last answered before an instant.</summary>
    public bool IsOlder(long ms) => Threads.Any(thread => !thread.IsSticky) && Threads.All(thread => thread.IsSticky || thread.LatestMs < ms);

    /// <summary>Reads a page.</summary>
    /// <exception cref="FormatException">It is no page of a board.</exception>
    public static XenForoList Read(IHtmlDocument page)
    {
        if (page.QuerySelector(".structItemContainer, .block[data-type=thread], .p-body-content") is null)
            throw new FormatException("no list of threads");
        return new(
            [.. page.QuerySelectorAll(".structItem--thread").Select(Thread).OfType<XenForoListed>()],
            page.QuerySelector("a.pageNav-jump--next[href]") is not null);
    }

    private static XenForoListed? Thread(IElement item)
    {
        var marker = item.ClassList.FirstOrDefault(name => name.StartsWith(Marker, StringComparison.Ordinal));
        var link = item.QuerySelector(".structItem-title a[data-tp-primary], .structItem-title a:not(.labelLink)");
        if (!long.TryParse(marker?[Marker.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || link?.GetAttribute("href") is not { } href || href.IndexOf("threads/", StringComparison.Ordinal) < 0)
            return null;
        return new(id, PathOf(href), XenForoTime.Read(item.QuerySelector("time.structItem-latestDate, .structItem-latestDate time")),
            item.QuerySelector(".structItem-status--sticky") is not null || item.Closest(".structItemContainer-group--sticky") is not null);
    }

    /// <summary>The thread's own address: links of lists may lead to its first unread post.</summary>
    private static string PathOf(string href)
    {
        var from = href.IndexOf("threads/", StringComparison.Ordinal);
        var end = href.IndexOf('/', from + "threads/".Length);
        return (end < 0 ? href[from..] : href[from..end]) + "/";
    }
}
