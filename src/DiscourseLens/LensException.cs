namespace DiscourseLens;

/// <summary>Expected trouble. The message is written for the user: what and which, then what to do.</summary>
public class LensException : Exception
{
    /// <summary>Trouble described by one sentence for the user.</summary>
    public LensException(string message) : base(message) { }

    /// <summary>Trouble described by one sentence for the user, with its cause.</summary>
    public LensException(string message, Exception? inner) : base(message, inner) { }
}
