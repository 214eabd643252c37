namespace DiscourseLens.App;

/// <summary>The command was called wrongly: exit code 2.</summary>
internal sealed class WrongUseException(string message, Exception? inner = null) : LensException(message, inner);
