using System.Globalization;
using System.Security.Cryptography;
using System.ServiceModel.Syndication;
using System.Text;
using System.Text.RegularExpressions;
using DiscourseLens.Collecting.Markup;

namespace DiscourseLens.Collecting.Feeds;

/// <summary>An entry as any feed has it.</summary>
/// <param name="Id">What names it: its id, else its link, else a hash of what it says.</param>
/// <param name="CreatedMs">When it came out; null where it does not say.</param>
/// <param name="Author">Its author's name; null where it names none.</param>
/// <param name="Link">Where people read it.</param>
/// <param name="Title">Its title as plain text.</param>
/// <param name="Body">Its text as plain text.</param>
/// <param name="Category">Its first category; null where it names none.</param>
internal sealed partial record FeedEntry(
    string Id, long? CreatedMs, string? Author, string? Link, string Title, string Body, string? Category)
{
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public static FeedEntry Read(SyndicationItem item)
    {
        var link = (item.Links.FirstOrDefault(link => link.RelationshipType is null or "alternate") ?? item.Links.FirstOrDefault())?.Uri?.ToString();
        var title = HtmlText.Read(item.Title?.Text ?? "");
        var created = Instant(item);
        return new(
            IdOf(item, link, title, created), created, AuthorOf(item), link, title,
            Plain(Extension(item, "encoded", Content) ?? (item.Content as TextSyndicationContent)?.Text ?? item.Summary?.Text ?? ""),
            item.Categories.FirstOrDefault()?.Name);
    }

    private static string IdOf(SyndicationItem item, string? link, string title, long? created)
    {
        if ((string.IsNullOrWhiteSpace(item.Id) ? link : item.Id.Trim()) is { Length: > 0 } id)
            return id;
        return "hash:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{title}\n{created}"))))[..32];
    }

    private static long? Instant(SyndicationItem item)
    {
        var stated = item.PublishDate > FeedDocument.NoDate ? item.PublishDate
            : item.LastUpdatedTime > FeedDocument.NoDate ? item.LastUpdatedTime
            : FeedDate.Parse(Extension(item, "date", DublinCore));
        return stated?.ToUnixTimeMilliseconds();
    }

    private static string? AuthorOf(SyndicationItem item)
    {
        var author = item.Authors.FirstOrDefault();
        var name = author?.Name ?? Extension(item, "creator", DublinCore) ?? author?.Email;
        return string.IsNullOrWhiteSpace(name) ? null : name.Trim();
    }

    private static string? Extension(SyndicationItem item, string name, string space)
    {
        if (item.ElementExtensions.FirstOrDefault(element => element.OuterName == name && element.OuterNamespace == space) is not { } found)
            return null;
        using var reader = found.GetReader();
        return reader.ReadElementContentAsString();
    }

    // Many feeds escape their markup twice.
    private static string Plain(string html)
    {
        var text = HtmlText.Read(html);
        return Markup().IsMatch(text) ? HtmlText.Read(text) : text;
    }

    [GeneratedRegex(@"^\s*<(p|div|span|a|br|blockquote|ul|ol|table)[\s>/]", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();
}
