using System.ServiceModel.Syndication;
using System.Xml;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Collecting.Feeds;

/// <summary>Reads a feed. Nothing it refers to is loaded.</summary>
internal static class FeedDocument
{
    /// <summary>Stands for a date that cannot be read.</summary>
    public static readonly DateTimeOffset NoDate = DateTimeOffset.UnixEpoch;

    private const long LargestFeed = 20_000_000;

    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LargestFeed,
    };

    /// <summary>The entries in the feed's order.</summary>
    /// <exception cref="SourceTroubleException">It is no feed, or half of one.</exception>
    /// <exception cref="PlaceUnavailableException">It is RSS 1.0.</exception>
    public static IReadOnlyList<FeedEntry> Read(SourceAnswer answer)
    {
        try
        {
            using var stream = new MemoryStream(answer.Body.ToArray());
            using var reader = XmlReader.Create(stream, s_settings);
            reader.MoveToContent();
            if (reader.LocalName == "RDF")
                throw new PlaceUnavailableException($"{answer.Address} is RSS 1.0, which is not read; ask the site for RSS 2.0 or Atom.");
            SyndicationFeedFormatter format = reader.LocalName == "feed" ? new Atom10FeedFormatter() : new Rss20FeedFormatter();
            format.DateTimeParser = ReadDate;
            format.ReadFrom(reader);
            return [.. format.Feed.Items.Select(FeedEntry.Read)];
        }
        catch (Exception exception) when (exception is XmlException or InvalidOperationException or FormatException)
        {
            throw new SourceTroubleException($"{answer.Address} gave no feed, or half of one; it is tried again later.", exception);
        }
    }

    // The formatter's own way is to fail as a whole over one date.
    private static bool ReadDate(XmlDateTimeData data, out DateTimeOffset date)
    {
        date = FeedDate.Parse(data.DateTimeString) ?? NoDate;
        return true;
    }
}
