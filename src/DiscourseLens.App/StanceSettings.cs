using DiscourseLens.Scoring.Stance.Chat;
using DiscourseLens.Scoring.Stance.Onnx;

namespace DiscourseLens.App;

/// <summary>The settings under <c>Scoring:Stance</c>.</summary>
internal sealed record StanceSettings
{
    /// <summary>What scores stance.</summary>
    public StanceEngineKind Engine { get; init; } = StanceEngineKind.Model;

    /// <summary>The study's own model, from <c>train stance</c>; empty for the one that ships.</summary>
    public string Model { get; init; } = "";

    public OnnxStanceOptions Onnx { get; init; } = new();

    public ChatSettings Chat { get; init; } = new();
}

/// <summary>The kinds of stance scorers.</summary>
internal enum StanceEngineKind
{
    Model,
    Onnx,
    Chat,
}

/// <summary>The settings under <c>Scoring:Stance:Chat</c>: where the model is asked, and how.</summary>
internal sealed record ChatSettings : ChatStanceOptions
{
    /// <summary>The protocol: <c>openai</c> (chat completions) or <c>ollama</c>.</summary>
    public ChatApi Api { get; init; } = ChatApi.OpenAI;

    /// <summary>The address of the endpoint, such as <c>http://localhost:11434</c>.</summary>
    public string Endpoint { get; init; } = "";
}

/// <summary>Protocols of chat endpoints.</summary>
internal enum ChatApi
{
    OpenAI,
    Ollama,
}
