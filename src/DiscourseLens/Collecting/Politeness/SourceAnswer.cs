using System.Net;

namespace DiscourseLens.Collecting.Politeness;

/// <summary>A whole answer.</summary>
/// <param name="Address">What was asked, for messages; without its query.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The media type; empty where none was given.</param>
/// <param name="Body">The bytes.</param>
public sealed record SourceAnswer(string Address, HttpStatusCode Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>Where it redirects to; null where it does not.</summary>
    public Uri? Location { get; init; }

    /// <summary>What to send next time, to be told when nothing changed.</summary>
    public Validator? Validator { get; init; }

    /// <summary>Whether it is a page for people.</summary>
    public bool IsPage => Text() is var text && !text.IsEmpty && text[0] == (byte)'<'
        && (ContentType.Contains("html", StringComparison.OrdinalIgnoreCase) || Starts(text, "<!doctype html"u8) || Starts(text, "<html"u8));

    /// <summary>Whether it says nothing.</summary>
    public bool IsEmpty => Text().IsEmpty;

    private ReadOnlySpan<byte> Text()
    {
        var body = Body.Span;
        return body.StartsWith("\uFEFF"u8) ? body[3..].Trim(" \t\r\n"u8) : body.Trim(" \t\r\n"u8);
    }

    private static bool Starts(ReadOnlySpan<byte> text, ReadOnlySpan<byte> with) =>
        text.Length >= with.Length && System.Text.Ascii.EqualsIgnoreCase(text[..with.Length], with);
}

/// <summary>Names a version of an answer.</summary>
/// <param name="ETag">The header <c>ETag</c> as it stood.</param>
/// <param name="LastModified">The header <c>Last-Modified</c> as it stood.</param>
public sealed record Validator(string? ETag, string? LastModified);
