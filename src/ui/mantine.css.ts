/**
 * The style sheets of the Mantine components in use, one line each, in the order Mantine wants them (a component
 * after what it is built of). Whoever uses a further component adds its file here. Mantine's own default
 * variables are not loaded: `providers.tsx` writes those of our theme.
 */
import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/global.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/VisuallyHidden.css';
import '@mantine/core/styles/Loader.css';
import '@mantine/core/styles/ActionIcon.css';
import '@mantine/core/styles/Button.css';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import './font.css';
import './tokens.css';
import './base.css';
