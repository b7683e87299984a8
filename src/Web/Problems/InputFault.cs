namespace Huanxin.Web.Problems;

/// <summary>A program asked for something that cannot be read: each name with what is wrong with it.</summary>
public sealed class InputFault(IReadOnlyDictionary<string, string[]> errors) : Exception
{
    public IReadOnlyDictionary<string, string[]> Errors { get; } = errors;
}
