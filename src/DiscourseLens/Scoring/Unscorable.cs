using DiscourseLens.Scoring.Language;
using DiscourseLens.Scoring.Sentiment;

namespace DiscourseLens.Scoring;

/// <summary>Decides which texts get no score, and why.</summary>
/// <remarks>
/// Bots are told by name or by the signature they close with. A bot with neither passes; a person who ends with "I am a bot"
/// in jest does not.
/// </remarks>
public static class Unscorable
{
    /// <summary>The reason, or null for a text that can be scored.</summary>
    /// <param name="byBot">Whether the author's name was a bot's; names are read when a post is captured and then gone.</param>
    /// <param name="title">A submission's title; null for a reply.</param>
    /// <param name="body">The body; null or empty when none.</param>
    /// <param name="language">The ISO 639-1 code of title and body; null when undecided.</param>
    public static UnscorableReason? ReasonFor(bool byBot, string? title, string? body, string? language)
    {
        if (byBot || IsSigned(body)) return UnscorableReason.Bot;
        if (string.IsNullOrWhiteSpace(title) && Missing(body) is { } missing) return missing;
        var text = Missing(body) is null ? $"{title}\n\n{body}".Trim() : title!;
        if (!text.Any(char.IsLetterOrDigit)) return UnscorableReason.Empty;
        return language is null or LanguageReader.English ? null : UnscorableReason.Language;
    }

    /// <summary>Why a body cannot be read: empty, deleted or removed; null when it can.</summary>
    public static UnscorableReason? Missing(string? body)
    {
        var text = body.AsSpan().Trim();
        if (text.IsEmpty) return UnscorableReason.Empty;
        if (text is "[deleted]" or "[deleted by user]") return UnscorableReason.Deleted;
        var removed = text is "[removed]" or "[removed by reddit]"
            || text.StartsWith("[ Removed by ", StringComparison.OrdinalIgnoreCase);
        return removed ? UnscorableReason.Removed : null;
    }

    private static bool IsSigned(string? body) =>
        body is not null && BotSignature.IsIn(body.AsSpan(Math.Max(0, body.Length - BotSignature.Reach)));
}
