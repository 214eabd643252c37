namespace DiscourseLens.Collecting;

/// <summary>Trouble with a source, in a sentence that says what to do.</summary>
public abstract class SourceException : LensException
{
    /// <summary>Trouble described by one sentence for the user.</summary>
    protected SourceException(string message, Exception? inner = null) : base(message, inner) { }
}

/// <summary>The source wants to be left alone for a while. Nobody's fault: it burns no attempt.</summary>
/// <param name="until">When it may be asked again.</param>
/// <param name="message">Who asked for it.</param>
public sealed class RateLimitedException(DateTimeOffset until, string message) : SourceException(message)
{
    /// <summary>When it may be asked again.</summary>
    public DateTimeOffset Until { get; } = until;
}

/// <summary>The source refuses us. It is not asked again before a person did something about it.</summary>
/// <param name="message">What it refused, and what to do.</param>
public sealed class SourceRefusedException(string message) : SourceException(message);

/// <summary>One place of a source cannot be read; the others can.</summary>
/// <param name="message">Which, and why.</param>
public sealed class PlaceUnavailableException(string message) : SourceException(message);

/// <summary>Trouble with one request.</summary>
/// <param name="message">What came back.</param>
/// <param name="inner">The cause.</param>
public sealed class SourceTroubleException(string message, Exception? inner = null) : SourceException(message, inner)
{
    /// <summary>Whether the same request may go better in a moment.</summary>
    public bool MayPass { get; init; } = true;
}
