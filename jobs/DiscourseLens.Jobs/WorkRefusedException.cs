namespace DiscourseLens.Jobs;

/// <summary>Work that no further attempt can do.</summary>
/// <param name="message">Why, for the user.</param>
public sealed class WorkRefusedException(string message) : LensException(message);
