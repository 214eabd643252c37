using DiscourseLens.Scoring.Language;

namespace DiscourseLens.Scoring;

/// <summary>Decides which texts get no score, and why.</summary>
/// <remarks>
/// Bots are told by name ("AutoModerator", names ending in <c>bot</c> behind a hyphen, underscore or capital B) or by the
/// signature they close with. A bot with neither passes; a person who ends with "I am a bot" in jest does not.
/// </remarks>
public static class Unscorable
{
    // Signatures stand at the end; people discuss bots anywhere.
    private const int SignatureReach = 400;

    private static readonly string[] Signatures =
        ["i am a bot", "i'm a bot", "this action was performed automatically", "beep boop", "bleep bloop"];

    /// <summary>The reason, or null for a text that can be scored.</summary>
    /// <param name="author">The author's name as collected; null or empty when unknown. It is only read here.</param>
    /// <param name="title">A submission's title; null for a reply.</param>
    /// <param name="body">The body; null or empty when none.</param>
    /// <param name="languages">Reads the language of title and body.</param>
    public static UnscorableReason? ReasonFor(string? author, string? title, string? body, LanguageReader languages)
    {
        ArgumentNullException.ThrowIfNull(languages);
        if (IsBot(author, body)) return UnscorableReason.Bot;
        if (string.IsNullOrWhiteSpace(title) && Missing(body) is { } missing) return missing;
        var text = Missing(body) is null ? $"{title}\n\n{body}".Trim() : title!;
        if (!text.Any(char.IsLetterOrDigit)) return UnscorableReason.Empty;
        return languages.Detect(text) is null or LanguageReader.English ? null : UnscorableReason.Language;
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

    private static bool IsBot(string? author, string? body)
    {
        if (author is not null && (author.Equals("AutoModerator", StringComparison.OrdinalIgnoreCase)
            || author.EndsWith("Bot", StringComparison.Ordinal) || author.EndsWith("_bot", StringComparison.Ordinal)
            || author.EndsWith("-bot", StringComparison.Ordinal))) return true;
        if (string.IsNullOrEmpty(body)) return false;
        // Signatures are often set small, which Reddit's markup writes as a caret before each word.
        var end = body[Math.Max(0, body.Length - SignatureReach)..].Replace("^", "", StringComparison.Ordinal)
            .Replace('’', '\'');
        return Signatures.Any(signature => end.Contains(signature, StringComparison.OrdinalIgnoreCase));
    }
}
